package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.cluster.Pods;
import io.jenkins.plugins.delivery.engine.rollout.CanaryPlan;
import io.jenkins.plugins.delivery.engine.rollout.Ending;
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
import io.jenkins.plugins.delivery.rehearsal.cluster.api.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rollouts of every kind of workload with real processes, and what an API server with rights and field managers adds. */
class WorkloadKindsTest {
    private static final Path RBAC = Path.of("../../resources/io/jenkins/plugins/delivery/rbac");
    private static final Map<String, String> LABELS = Map.of("app", "tiny");

    @TempDir
    private Path directory;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T12:00:00Z"));
    private EmbeddedCluster cluster;
    private volatile Busy observing = clock.busy("test");
    private Consumer<RolloutState> afterTick = state -> {};
    private final Map<String, String> versions = new HashMap<>();
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

    @ParameterizedTest
    @CsvSource({"StatefulSet, 2", "DaemonSet, 1"})
    void a_new_version_comes_and_a_bad_one_goes_back(String kind, int pods) throws Exception {
        assertEnd(Phase.COMPLETED, run(rolling(kind, "1")));
        assertEnd(Phase.COMPLETED, run(rolling(kind, "2")));
        assertThat(ready()).hasSize(pods).containsOnly("2");
        cluster.client()
                .configMaps()
                .inNamespace("default")
                .withLabel("delivery.jenkins.io/release")
                .delete();
        assertEnd(Phase.COMPLETED, run(plan(StrategyKind.ROLLBACK, kind, "2").backTo("previous")));
        assertThat(ready()).as("from a ControllerRevision").hasSize(pods).containsOnly("1");

        RolloutState end = run(rolling(kind, "missing"));

        assertEnd(Phase.ROLLED_BACK, end);
        assertThat(end.ending().reason()).contains(kind + " 'tiny'", "cannot get its image");
        assertThat(ready()).hasSize(pods).containsOnly("1");
    }

    @Test
    void pods_below_the_partition_keep_their_version() throws Exception {
        assertEnd(Phase.COMPLETED, run(rolling("StatefulSet", "1")));

        assertEnd(Phase.COMPLETED, run(partitioned(rolling("StatefulSet", "2"))));

        assertThat(version("tiny-0")).isEqualTo("1");
        assertThat(version("tiny-1")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"BLUE_GREEN", "CANARY"})
    void the_role_for_deployers_is_enough(StrategyKind strategy) throws Exception {
        cluster.access().grantOnly(granted());

        assertEnd(Phase.COMPLETED, run(plan(strategy, "Deployment", "1")));
        assertEnd(Phase.COMPLETED, run(plan(strategy, "Deployment", "2")));
    }

    @Test
    void objects_of_the_whole_cluster_need_the_role_for_their_kinds() throws Exception {
        Set<Grant> rights = granted();
        cluster.access().grantOnly(rights);
        RolloutState refused = run(prioritized(rolling("Deployment", "1")));

        assertEnd(Phase.ROLLED_BACK, refused);
        assertThat(refused.facts()).isNull();
        assertThat(refused.ending().reason())
                .contains(
                        "create, delete, get, patch, update priorityclasses.scheduling.k8s.io in the whole cluster",
                        "kind: ClusterRole\n",
                        "kind: ClusterRoleBinding\n");

        rights.addAll(granted("cluster-kinds.yaml"));
        cluster.access().grantOnly(rights);

        assertEnd(Phase.COMPLETED, run(prioritized(rolling("Deployment", "1"))));
        assertThat(cluster.client()
                        .resources(PriorityClass.class)
                        .withName("tiny")
                        .get()
                        .getValue())
                .isEqualTo(1000);
    }

    private static RolloutPlan prioritized(RolloutPlan plan) {
        String file = "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: tiny}\nvalue: 1000\n";
        List<String> documents = new ArrayList<>(
                Manifests.read(List.of(new ManifestFile("priority.yaml", file)), "default", Set.of("PriorityClass"))
                        .documents());
        documents.addAll(plan.manifests());
        return plan.releasing(plan.version(), documents);
    }

    @Test
    void every_missing_right_is_named_before_anything_is_touched() throws Exception {
        Set<Grant> few = granted();
        few.removeIf(
                grant -> grant.resource().equals("deployments") && !grant.verb().equals("get"));
        few.removeIf(grant -> grant.resource().equals("pods/log"));
        cluster.access().grantOnly(few);

        RolloutState end = run(rolling("Deployment", "1"));

        assertEnd(Phase.ROLLED_BACK, end);
        assertThat(end.facts()).isNull();
        assertThat(end.ending().reason())
                .contains(
                        "create, delete, patch, update deployments.apps in namespace 'default'; get pods/log in namespace");
        assertThat(cluster.client()
                        .services()
                        .inNamespace("default")
                        .withName("tiny")
                        .get())
                .isNull();
    }

    @Test
    void who_changes_an_image_meanwhile_is_named_and_the_rollout_goes_back() throws Exception {
        assertEnd(Phase.COMPLETED, run(rolling("Deployment", "1")));
        boolean[] done = new boolean[1];
        afterTick = state -> {
            if (state.phase() == Phase.READY && !done[0]) {
                done[0] = true;
                cluster.client()
                        .resources(Deployment.class)
                        .inNamespace("default")
                        .withName("tiny")
                        .patch(
                                new PatchContext.Builder()
                                        .withPatchType(PatchType.STRATEGIC_MERGE)
                                        .withFieldManager("kubectl-set")
                                        .build(),
                                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\","
                                        + "\"image\":\"tiny:hotfix\"}]}}}}");
            }
        };

        RolloutState end = run(rolling("Deployment", "2"));

        assertThat(end.ending().cause()).isEqualTo(Ending.Cause.INTERFERENCE);
        assertThat(end.ending().reason())
                .startsWith("kubectl-set changed Deployment 'tiny': spec.template.spec.containers[app].image was ")
                .endsWith(", is tiny:hotfix");
        assertEnd(Phase.ROLLED_BACK, end);
        assertThat(ready()).containsOnly("1");
    }

    private static void assertEnd(Phase phase, RolloutState end) {
        assertThat(end.phase()).as("%s, %s", end.ending(), end.waitingFor()).isEqualTo(phase);
    }

    private List<String> ready() {
        return cluster.client().pods().inNamespace("default").list().getItems().stream()
                .filter(Pods::isReady)
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .map(this::version)
                .toList();
    }

    private String version(String pod) {
        return version(
                cluster.client().pods().inNamespace("default").withName(pod).get());
    }

    private String version(Pod pod) {
        return versions.get(pod.getSpec().getContainers().get(0).getImage());
    }

    private static Set<Grant> granted() throws IOException {
        return granted("deployer.yaml");
    }

    private static Set<Grant> granted(String file) throws IOException {
        Set<Grant> grants = new HashSet<>();
        for (String document : Files.readString(RBAC.resolve(file)).split("(?m)^---\n")) {
            HasMetadata object = Serialization.unmarshal(document);
            if (object instanceof Role role) {
                role.getRules().forEach(rule -> grants.addAll(grants(rule, false)));
            } else if (object instanceof ClusterRole role) {
                role.getRules().forEach(rule -> grants.addAll(grants(rule, true)));
            }
        }
        return grants;
    }

    private static List<Grant> grants(PolicyRule rule, boolean clusterWide) {
        List<Grant> grants = new ArrayList<>();
        for (String group : rule.getApiGroups()) {
            for (String resource : rule.getResources()) {
                rule.getVerbs().forEach(verb -> grants.add(new Grant(verb, group, resource, clusterWide)));
            }
        }
        return grants;
    }

    private RolloutPlan rolling(String kind, String version) throws IOException {
        return plan(StrategyKind.ROLLING, kind, version);
    }

    private static RolloutPlan partitioned(RolloutPlan plan) {
        return plan.releasing(
                plan.version(),
                plan.manifests().stream()
                        .map(json -> json.contains("\"StatefulSet\"")
                                ? json.replace(
                                        "\"replicas\":2",
                                        "\"replicas\":2,\"updateStrategy\":{\"rollingUpdate\":{\"partition\":1}}")
                                : json)
                        .toList());
    }

    private RolloutPlan plan(StrategyKind strategy, String kind, String version) throws IOException {
        String image = version.equals("missing")
                ? cluster.registry().orElseThrow() + "/tiny:missing"
                : TinyImages.load(cluster, directory, version).toString();
        versions.put(image, version);
        List<ManifestFile> files = new ArrayList<>();
        Deployment deployment = TinyImages.deployment("tiny", image, 2, LABELS);
        String workload = Serialization.asYaml(deployment)
                .replace("kind: \"Deployment\"", "kind: \"" + kind + "\"")
                .replaceAll("(?m)^ *progressDeadlineSeconds:.*\n", kind.equals("Deployment") ? "$0" : "");
        files.add(new ManifestFile(
                "workload.yaml",
                kind.equals("DaemonSet") ? workload.replaceAll("(?m)^ *replicas:.*\n", "") : workload));
        HasMetadata service = TinyImages.service("tiny", LABELS);
        files.add(new ManifestFile("service.yaml", Serialization.asYaml(service)));
        Timing timing = new Timing(
                Duration.ofHours(1),
                Duration.ofMinutes(2),
                Duration.ofSeconds(10),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5));
        return RolloutPlan.of(
                        strategy,
                        "tiny",
                        new Target("production", "main", "default", Target.ReachableAt.ANNOTATION),
                        timing)
                .by("r" + rollouts++, "tiny#1")
                .releasing(version, Manifests.read(files, "default").documents())
                .routing(CanaryPlan.of(List.of(50, 100), "replicas"));
    }

    private RolloutState run(RolloutPlan plan) throws InterruptedException {
        RolloutState state = RolloutState.begin(plan, clock.instant());
        for (int i = 0; i < 1000 && !state.phase().isFinal(); i++) {
            Tick tick = new RolloutReconciler(new Analyst(Map.of()), holder -> false)
                    .reconcile(plan, state, new KubernetesCluster(cluster.client(), "default"), clock);
            state = RolloutState.fromJson(tick.state().toJson());
            afterTick.accept(state);
            pass(tick.wakeUp().plus(Duration.ofMillis(10)));
        }
        return state;
    }

    /** Lets virtual time go on; it stands still while the rollout looks. */
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
