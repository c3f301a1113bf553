package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.traffic.Switches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a rollout does, it asked for before it began; and what it asks for is what the manifests for administrators grant: the
 * Role for deployers, and with some routers and options one Role more.
 */
class NeedsTest {
    private static final Path RBAC = Path.of("../../resources/io/jenkins/plugins/delivery/rbac");
    private static final String BASE = "progressive-delivery";

    /** The kinds of a usual release; whatever else a release holds is granted as well. */
    private static final List<String> USUAL = List.of(
            "v1 ConfigMap",
            "v1 Service",
            "apps/v1 Deployment",
            "apps/v1 StatefulSet",
            "apps/v1 DaemonSet",
            "networking.k8s.io/v1 Ingress",
            "autoscaling/v2 HorizontalPodAutoscaler",
            "policy/v1 PodDisruptionBudget");

    static Stream<Arguments> stories() {
        Set<String> routed = Stories.routers().map(Stories.Story::name).collect(Collectors.toSet());
        Stream<Arguments> told = Stories.all()
                .map(story -> Arguments.of(story, routed.contains(story.name()) ? option(story.name()) : ""));
        return Stream.of(told, switches(), autoscaled(), guarded(), unrecorded())
                .flatMap(all -> all);
    }

    private static Stream<Arguments> switches() {
        return Switches.names().stream()
                .map(by -> story(
                        "blue-green, " + by,
                        () -> switching(by),
                        () -> Plans.blueGreen("2")
                                .switching(new BlueGreenPlan(by, by.equals("http-route") ? "public" : null)),
                        by.equals("http-route") ? "gateway-api" : ""));
    }

    private static Simulation switching(String by) {
        Simulation world = new Simulation();
        if (by.equals("http-route")) {
            world.cluster.put(Stories.route("gateway-api"));
        }
        return world.serving(Plans.blueGreen("1"));
    }

    private static Stream<Arguments> autoscaled() {
        return Stream.of(
                story("autoscaler", () -> scaled(false), () -> Plans.blueGreen("2"), ""),
                story("KEDA", () -> scaled(true), () -> Plans.blueGreen("2"), "keda"));
    }

    private static Simulation scaled(boolean keda) {
        Simulation world = new Simulation().serving(Plans.blueGreen("1"));
        HasMetadata autoscaler = Stories.autoscaler("blue");
        if (keda) {
            world.cluster.put(Serialization.unmarshal("{\"apiVersion\":\"keda.sh/v1alpha1\",\"kind\":\"ScaledObject\","
                    + "\"metadata\":{\"name\":\"shop\",\"namespace\":\"shop-prod\"},\"spec\":{}}"));
            autoscaler
                    .getMetadata()
                    .setOwnerReferences(List.of(new OwnerReferenceBuilder()
                            .withKind("ScaledObject")
                            .withName("shop")
                            .build()));
        }
        world.cluster.put(autoscaler);
        return world;
    }

    private static Stream<Arguments> guarded() {
        Guard guard = new Guard(Duration.ofMinutes(10), "registry/guardian:1", "");
        return Stream.of(story(
                "guarded",
                () -> serving(Plans.rolling("1")),
                () -> Plans.rolling("2").guarded(guard),
                "guard"));
    }

    /** Deployments keep what they were in ReplicaSets, others in ControllerRevisions. */
    private static Stream<Arguments> unrecorded() {
        return Stream.of(
                story(
                        "back to a ReplicaSet",
                        () -> UnrecordedWorld.of("Deployment"),
                        () -> Plans.rollback("previous"),
                        ""),
                story(
                        "back to a ControllerRevision",
                        () -> UnrecordedWorld.of("StatefulSet"),
                        () -> Plans.rollback("previous"),
                        ""));
    }

    private static Simulation serving(RolloutPlan plan) {
        return new Simulation().serving(plan);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void what_is_done_was_asked_for_and_is_granted(Stories.Story story, String option) throws IOException {
        Simulation world = story.world().get();
        Set<Access> used = new TreeSet<>();
        world.cluster.asked.clear();
        world.cluster.hook = recording(used);
        RolloutState end = world.run(story.plan().get());

        assertThat(end.phase().isFinal()).isTrue();
        Set<Access> optional = option.isEmpty() ? Set.of() : granted("options.yaml", BASE + "-" + option);
        Set<Access> secrets = granted("options.yaml", BASE + "-secrets");
        used.removeAll(secrets);
        assertThat(world.cluster.asked).containsAll(used);
        Set<Access> beyond = new TreeSet<>(world.cluster.asked);
        beyond.removeAll(granted("deployer.yaml", BASE));
        beyond.removeAll(secrets);
        assertThat(beyond).containsExactlyInAnyOrderElementsOf(optional);
    }

    @Test
    void the_role_for_deployers_grants_nothing_that_is_never_asked_for() throws IOException {
        Set<Access> needed = new TreeSet<>();
        for (RolloutPlan plan : List.of(
                Plans.rolling("1"), Plans.blueGreen("1"), Plans.canary("1", "nginx"), Plans.rollback("previous"))) {
            needed.addAll(Needs.of(plan, new FakeCluster(), usual()));
        }
        assertThat(granted("deployer.yaml", BASE)).containsExactlyInAnyOrderElementsOf(needed);
    }

    private static FakeCluster.Hook recording(Set<Access> used) {
        return new FakeCluster.Hook() {
            @Override
            public void at(String moment, String verb, String kind) {
                // only what the API server asks for counts
            }

            @Override
            public void uses(Access access) {
                used.add(access);
            }
        };
    }

    /** The Role of a router; load balancers of AWS need none beyond Ingresses. */
    private static String option(String story) {
        String router = story.replace("canary, ", "");
        return router.equals("alb") ? "" : router;
    }

    private static List<HasMetadata> usual() {
        return USUAL.stream()
                .map(kind -> (HasMetadata) Serialization.unmarshal("apiVersion: " + kind.split(" ")[0] + "\nkind: "
                        + kind.split(" ")[1] + "\nmetadata: {name: any}\n"))
                .toList();
    }

    private static Set<Access> granted(String file, String role) throws IOException {
        Set<Access> granted = new TreeSet<>();
        for (String document : Files.readString(RBAC.resolve(file)).split("(?m)^---\n")) {
            Map<String, Object> object = Serialization.unmarshal(document, Map.class);
            boolean wanted =
                    "Role".equals(object.get("kind")) && role.equals(((Map<?, ?>) object.get("metadata")).get("name"));
            if (wanted) {
                rules(object.get("rules")).forEach(rule -> add(rule, granted));
            }
        }
        assertThat(granted).as("%s in %s", role, file).isNotEmpty();
        return granted;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, List<String>>> rules(Object rules) {
        return (List<Map<String, List<String>>>) rules;
    }

    private static void add(Map<String, List<String>> rule, Set<Access> granted) {
        for (String group : rule.get("apiGroups")) {
            for (String resource : rule.get("resources")) {
                rule.get("verbs").forEach(verb -> granted.add(Access.to(verb, group, resource)));
            }
        }
    }

    private static Arguments story(String name, Supplier<Simulation> world, Supplier<RolloutPlan> plan, String option) {
        return Arguments.of(new Stories.Story(name, world, plan), option);
    }
}
