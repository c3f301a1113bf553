package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.rollout.Guard;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Target;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiServer;
import io.vertx.core.Vertx;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A blue-green rollout whose controller dies for good in some phase, and the guardian that its Job would start: the main class of
 * an image, as a thread.
 */
final class AbandonedRollout implements AutoCloseable {
    private static final String MAIN = "io.jenkins.plugins.delivery.engine.guardian.Guardian";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String YAML = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec: {containers: [{name: shop, image: 'shop:VERSION'}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec: {selector: {app: shop}, ports: [{port: 80, targetPort: 8080}]}
            """;

    private final Phase until;
    private final ApiServer server;
    private final InstantControllers controllers;
    private final KubernetesClient client;
    private final Thread guardian;
    private final RolloutPlan plan;
    private List<String> arguments;
    private RolloutState state;
    private Instant now = Instant.now();
    private volatile Throwable failure;

    /**
     * @param until the phase in which the controller dies
     * @param image has the guardian and nothing else
     */
    AbandonedRollout(Vertx vertx, Phase until, ClassLoader image, Duration after) {
        this.until = until;
        this.server = new ApiServer(vertx, Clock.systemUTC(), (namespace, pod, previous, lines) -> Optional.empty());
        this.controllers = new InstantControllers(server);
        Config config =
                new ConfigBuilder(Config.empty()).withMasterUrl(server.url()).build();
        this.client = new KubernetesClientBuilder().withConfig(config).build();
        this.guardian = new Thread(() -> main(image), "guardian of " + until);
        this.plan = plan("2").guarded(new Guard(after, "guardian:1", "")).checkedByPipeline(true);
        NewNamespace.in(client, "prod");
    }

    /** Brings version 1 up, begins with version 2, and never ticks again once it is in the phase. */
    void abandon() {
        RolloutPlan first = plan("1");
        drive(first, RolloutState.begin(first, now), Phase.COMPLETED);
        drive(plan, RolloutState.begin(plan, now), until);
    }

    /** Until the guardian has said that it restored what served before. */
    void awaitGuardian() {
        await("restored");
    }

    /** The controller is there again after all. */
    RolloutState comeBack() {
        drive(plan, state, Phase.ROLLED_BACK);
        return state;
    }

    String color() {
        return find(Service.class, "shop").getSpec().getSelector().get("delivery.jenkins.io/color");
    }

    List<String> events() {
        return client.resources(Event.class).inNamespace("prod").list().getItems().stream()
                .map(Event::getReason)
                .toList();
    }

    private void drive(RolloutPlan with, RolloutState begin, Phase end) {
        RolloutReconciler reconciler = new RolloutReconciler(new Analyst(Map.of()), holder -> false);
        state = begin;
        for (int i = 0; i < 300 && !arrived(end) && !state.phase().isFinal(); i++) {
            Tick tick = reconciler.reconcile(
                    with, state, new KubernetesCluster(client, "prod"), Clock.fixed(now, ZoneOffset.UTC));
            RolloutState next = RolloutState.fromJson(tick.state().toJson());
            state = next.wantsBody() && end != Phase.BODY ? next.bodyStarted().bodyPassed() : next;
            controllers.settle();
            now = now.plus(tick.wakeUp()).plusMillis(1);
            if (state.waitingFor().startsWith("the guardian does not watch yet")) {
                startGuardian();
            }
        }
        assertThat(state.phase())
                .as("%s, %s, %s", state.ending(), state.waitingFor(), state.trouble())
                .isEqualTo(end);
    }

    /** Where a rollout begins to touch something, it waits for somebody to watch it. */
    private boolean arrived(Phase end) {
        return state.phase() == end && (end != Phase.APPLY || guardian.isAlive());
    }

    /** What the Job controller and the kubelet would do. */
    private void startGuardian() {
        Job job = find(Job.class, "shop-rollout-guardian");
        if (job == null || guardian.isAlive()) {
            return;
        }
        arguments = job.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs();
        System.setProperty("kubernetes.master", server.url());
        System.setProperty("kubernetes.auth.tryKubeConfig", "false");
        guardian.setDaemon(true);
        guardian.start();
        await("watching");
        System.clearProperty("kubernetes.master");
        System.clearProperty("kubernetes.auth.tryKubeConfig");
    }

    private void main(ClassLoader image) {
        Thread.currentThread().setContextClassLoader(image);
        try {
            image.loadClass(MAIN).getMethod("main", String[].class).invoke(null, (Object)
                    arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            failure = e.getCause();
        } catch (ReflectiveOperationException e) {
            failure = e;
        }
    }

    private String doing() {
        ConfigMap record = find(ConfigMap.class, "shop-rollout");
        return record == null || record.getData() == null
                ? ""
                : record.getData().getOrDefault("guardian", "");
    }

    private <T extends HasMetadata> T find(Class<T> type, String name) {
        return client.resources(type).inNamespace("prod").withName(name).get();
    }

    /** The guardian lives in real time; controllers go on meanwhile. */
    private void await(String doing) {
        Instant end = Instant.now().plus(PATIENCE);
        BooleanSupplier done = () -> doing.equals(doing());
        while (!done.getAsBoolean()) {
            assertThat(failure).isNull();
            assertThat(Instant.now()).as("%s: %s, %s", until, doing(), events()).isBefore(end);
            controllers.settle();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static RolloutPlan plan(String version) {
        ManifestFile file = new ManifestFile("shop.yaml", YAML.replace("VERSION", version));
        Target target = new Target("production", "main", "prod", Target.ReachableAt.DNS);
        Timing watching = new Timing(
                Timing.DEFAULT.timeout(),
                Timing.DEFAULT.progress(),
                Timing.DEFAULT.interval(),
                Duration.ZERO,
                Duration.ofMinutes(1),
                Timing.DEFAULT.keep(),
                Timing.DEFAULT.hold(),
                Timing.DEFAULT.restore());
        return RolloutPlan.of(StrategyKind.BLUE_GREEN, "shop", target, watching)
                .by("r" + version, "shop#1")
                .releasing(version, Manifests.read(List.of(file), "prod").documents());
    }

    @Override
    public void close() {
        guardian.interrupt();
        client.close();
        server.close();
    }
}
