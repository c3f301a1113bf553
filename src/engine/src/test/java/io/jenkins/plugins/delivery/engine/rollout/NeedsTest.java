package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.ApiResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rollout asks for before it begins is what it does, and what the manifest for administrators grants. */
class NeedsTest {
    private static final Path RBAC = Path.of("../../resources/io/jenkins/plugins/delivery/rbac/deployer.yaml");

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

    private static final Map<String, String> VERBS = Map.of(
            "find", "get", "list", "list", "apply", "patch", "check", "patch", "patch", "patch", "create", "create",
            "replace", "update", "delete", "delete");

    static Stream<Arguments> stories() {
        Consumer<Simulation> broken = world -> world.controllers.neverReady.add("2");
        return Stream.of(
                story("rolling", () -> Plans.rolling("1"), () -> Plans.rolling("2"), world -> {}),
                story("rolling back", () -> Plans.rolling("1"), () -> Plans.rolling("2"), broken),
                story("ordered", () -> Plans.ordered("1"), () -> Plans.ordered("2"), broken),
                story("blue-green", () -> Plans.blueGreen("1"), () -> Plans.blueGreen("2"), world -> {}),
                story("blue-green back", () -> Plans.blueGreen("1"), () -> Plans.blueGreen("2"), broken),
                story("nginx", () -> Plans.canary("1", "nginx"), () -> Plans.canary("2", "nginx"), world -> {}),
                story("nginx back", () -> Plans.canary("1", "nginx"), () -> Plans.canary("2", "nginx"), broken),
                story("replicas", () -> Plans.canary("1", "replicas"), () -> Plans.canary("2", "replicas"), broken),
                story(
                        "first",
                        () -> Plans.rolling("0"),
                        () -> Plans.rollback("previous"),
                        world -> world.serving(Plans.rolling("1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void nothing_is_done_that_was_not_asked_for(
            String name, Supplier<RolloutPlan> first, Supplier<RolloutPlan> then, Consumer<Simulation> change) {
        Simulation world = new Simulation().serving(first.get());
        change.accept(world);
        world.cluster.asked.clear();
        Set<Access> used = new TreeSet<>();
        world.cluster.hook = (moment, verb, kind) -> {
            if (VERBS.containsKey(verb) && !kind.equals("Secret")) {
                used.add(access(VERBS.get(verb), kind));
            }
        };
        world.run(then.get());

        assertThat(world.cluster.asked).containsAll(used);
    }

    @Test
    void the_role_for_deployers_grants_exactly_what_is_asked_for() throws IOException {
        Set<Access> needed = new TreeSet<>();
        for (RolloutPlan plan : List.of(
                Plans.rolling("1"), Plans.blueGreen("1"), Plans.canary("1", "nginx"), Plans.rollback("previous"))) {
            needed.addAll(Needs.of(plan, new FakeCluster(), usual()));
        }
        assertThat(granted()).containsExactlyInAnyOrderElementsOf(needed);
    }

    private static List<HasMetadata> usual() {
        return USUAL.stream()
                .map(kind -> (HasMetadata) Serialization.unmarshal("apiVersion: " + kind.split(" ")[0] + "\nkind: "
                        + kind.split(" ")[1] + "\nmetadata: {name: any}\n"))
                .toList();
    }

    private static Set<Access> granted() throws IOException {
        Set<Access> granted = new TreeSet<>();
        for (String document : Files.readString(RBAC).split("(?m)^---\n")) {
            Map<String, Object> object = Serialization.unmarshal(document, Map.class);
            if ("Role".equals(object.get("kind"))) {
                rules(object.get("rules")).forEach(rule -> add(rule, granted));
            }
        }
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

    private static Access access(String verb, String kind) {
        return Stream.concat(
                        USUAL.stream(),
                        Stream.of(
                                "v1 Pod",
                                "v1 Event",
                                "v1 Endpoints",
                                "apps/v1 ReplicaSet",
                                "coordination.k8s.io/v1 Lease",
                                "discovery.k8s.io/v1 EndpointSlice"))
                .filter(known -> known.endsWith(" " + kind))
                .findFirst()
                .map(known -> ApiResource.of(Serialization.unmarshal(
                                "apiVersion: " + known.split(" ")[0] + "\nkind: " + kind + "\nmetadata: {name: any}\n"))
                        .to(verb))
                .orElseThrow(
                        () -> new AssertionError("a kind that no list here knows: " + kind.toLowerCase(Locale.ROOT)));
    }

    private static Arguments story(
            String name, Supplier<RolloutPlan> first, Supplier<RolloutPlan> then, Consumer<Simulation> change) {
        return Arguments.of(name, first, then, change);
    }
}
