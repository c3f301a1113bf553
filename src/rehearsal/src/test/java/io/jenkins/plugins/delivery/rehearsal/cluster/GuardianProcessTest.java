package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.rollout.Ending;
import io.jenkins.plugins.delivery.engine.rollout.Guard;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Target;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guardian as the cluster runs it: the image that was built, as a process that the Job starts, over the API. */
class GuardianProcessTest {
    private static final Map<String, String> LABELS = Map.of("app", "tiny");

    @TempDir
    private Path directory;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T12:00:00Z"));
    private EmbeddedCluster cluster;
    private volatile Busy observing = clock.busy("test");
    private int rollouts;

    @BeforeEach
    void start() throws IOException {
        cluster = new EmbeddedCluster(clock, directory.resolve("cluster"));
    }

    @AfterEach
    void stop() {
        cluster.close();
        clock.close();
        ProcessHandle.current().descendants().forEach(process -> process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .join());
    }

    @Test
    void it_restores_what_served_when_the_controller_dies_for_good_and_the_controller_reports_it() throws Exception {
        ImageReference image = guardianImage();
        drive(plan("1"), RolloutState.begin(plan("1"), clock.instant()), Phase.COMPLETED);
        assertThat(color()).isEqualTo("blue");
        RolloutPlan guarded = plan("2").guarded(new Guard(Duration.ofSeconds(4), image.toString(), ""));

        RolloutState left = drive(guarded, RolloutState.begin(guarded, clock.instant()), Phase.KEEP);
        assertThat(color()).isEqualTo("green");
        recorded("restored");

        assertThat(color()).isEqualTo("blue");
        assertThat(cluster.client()
                        .resources(Event.class)
                        .inNamespace("default")
                        .list()
                        .getItems())
                .filteredOn(event -> "RolledBackByGuardian".equals(event.getReason()))
                .singleElement()
                .satisfies(event -> assertThat(event.getMessage())
                        .startsWith("Restored the version before: nobody renewed the lease for 4s."));
        RolloutState end = drive(guarded, left, Phase.ROLLED_BACK);
        assertThat(end.ending().cause()).isEqualTo(Ending.Cause.GUARDIAN);
        assertThat(end.ending().reason()).isEqualTo("rolled back by guardian: nobody renewed the lease for 4s");
        assertThat(color()).isEqualTo("blue");
        assertThat(cluster.client()
                        .resources(Job.class)
                        .inNamespace("default")
                        .list()
                        .getItems())
                .isEmpty();
    }

    private ImageReference guardianImage() throws IOException {
        ImageReference built = cluster.images().load(GuardianImage.built(), "guardian", "1");
        return cluster.images().derive(built, Map.of("KUBERNETES_MASTER", cluster.server()));
    }

    /** As the build does, but when the rollout waits for the guardian, which lives in real time. */
    private RolloutState drive(RolloutPlan plan, RolloutState begin, Phase until) throws InterruptedException {
        RolloutState state = begin;
        for (int i = 0; i < 1000 && state.phase() != until && !state.phase().isFinal(); i++) {
            Tick tick = new RolloutReconciler(new Analyst(Map.of()), holder -> false)
                    .reconcile(plan, state, new KubernetesCluster(cluster.client(), "default"), clock);
            state = RolloutState.fromJson(tick.state().toJson());
            if (state.waitingFor().startsWith("the guardian does not watch yet")) {
                pass(Duration.ofMillis(10));
                recorded("watching");
            } else {
                pass(tick.wakeUp().plus(Duration.ofMillis(10)));
            }
        }
        assertThat(state.phase())
                .as("%s, %s", state.ending(), state.waitingFor())
                .isEqualTo(until);
        return state;
    }

    private void recorded(String doing) {
        cluster.client()
                .resources(ConfigMap.class)
                .inNamespace("default")
                .withName("tiny-rollout")
                .waitUntilCondition(
                        map -> map != null
                                && map.getData() != null
                                && doing.equals(map.getData().get("guardian")),
                        60,
                        TimeUnit.SECONDS);
    }

    private String color() {
        return cluster.client()
                .resources(Service.class)
                .inNamespace("default")
                .withName("tiny")
                .get()
                .getSpec()
                .getSelector()
                .get("delivery.jenkins.io/color");
    }

    private RolloutPlan plan(String version) throws IOException {
        ImageReference image = TinyImages.load(cluster, directory, version);
        List<HasMetadata> objects =
                List.of(TinyImages.deployment("tiny", image.toString(), 1, LABELS), TinyImages.service("tiny", LABELS));
        List<ManifestFile> files = objects.stream()
                .map(object -> new ManifestFile(object.getKind() + ".yaml", Serialization.asYaml(object)))
                .toList();
        return RolloutPlan.of(
                        StrategyKind.BLUE_GREEN,
                        "tiny",
                        new Target("production", "main", "default", Target.ReachableAt.ANNOTATION),
                        Timing.DEFAULT)
                .by("r" + rollouts++, "tiny#1")
                .releasing(version, Manifests.read(files, "default").documents());
    }

    /** Lets virtual time go on; it stands still otherwise. */
    private void pass(Duration duration) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        Busy before = observing;
        clock.schedule(duration, () -> {
            observing = clock.busy("test");
            passed.countDown();
        });
        before.close();
        if (!passed.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("virtual time stands still, busy with " + clock.busyWith());
        }
    }
}
