package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.cluster.Access;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    private static final String BASE = "progressive-delivery";

    static Stream<Arguments> stories() {
        Set<String> routed = Stories.routers().map(Stories.Story::name).collect(Collectors.toSet());
        Stream<Arguments> told = Stories.all()
                .map(story -> Arguments.of(story, routed.contains(story.name()) ? option(story.name()) : by(story)));
        Stream<Arguments> routers = Worlds.routed().map(story -> Arguments.of(story, option(story.name())));
        return Stream.of(told, routers, optional(), unrecorded()).flatMap(all -> all);
    }

    private static String by(Stories.Story story) {
        return story.name().equals("blue-green, http-route") ? "gateway-api" : "";
    }

    private static Stream<Arguments> optional() {
        Guard guard = new Guard(Duration.ofMinutes(10), "registry/guardian:1", "");
        Stories.Story guarded =
                Worlds.story("guarded", () -> new Simulation().serving(Plans.rolling("1")), () -> Plans.rolling("2")
                        .guarded(guard));
        return Stream.of(
                Arguments.of(Worlds.autoscaled(), ""),
                Arguments.of(Worlds.usualKinds(), ""),
                Arguments.of(Worlds.scaledByKeda(), "keda"),
                Arguments.of(guarded, "guard"));
    }

    /** Deployments keep what they were in ReplicaSets, others in ControllerRevisions. */
    private static Stream<Arguments> unrecorded() {
        return Stream.of("Deployment", "StatefulSet")
                .map(kind -> Worlds.story(
                        "back to what Kubernetes keeps of a " + kind,
                        () -> UnrecordedWorld.of(kind),
                        () -> Plans.rollback("previous")))
                .map(story -> Arguments.of(story, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void what_is_done_was_asked_for_and_is_granted(Stories.Story story, String option) throws IOException {
        Simulation world = story.world().get();
        Set<Access> used = new TreeSet<>();
        world.cluster.asked.clear();
        world.cluster.hook = Roles.recording(used, () -> true);
        RolloutState end = world.run(story.plan().get());

        assertThat(end.phase().isFinal()).isTrue();
        Set<Access> optional = option.isEmpty() ? Set.of() : Roles.granted("rbac/options.yaml", BASE + "-" + option);
        Set<Access> secrets = Roles.granted("rbac/options.yaml", BASE + "-secrets");
        used.removeAll(secrets);
        assertThat(world.cluster.asked).containsAll(used);
        Set<Access> beyond = new TreeSet<>(world.cluster.asked);
        beyond.removeAll(Roles.granted("rbac/deployer.yaml", BASE));
        beyond.removeAll(secrets);
        assertThat(beyond).containsExactlyInAnyOrderElementsOf(optional);
    }

    @Test
    void the_role_for_deployers_grants_nothing_that_is_never_asked_for() throws IOException {
        Set<Access> needed = new TreeSet<>();
        for (RolloutPlan plan : List.of(
                Plans.rolling("1"), Plans.blueGreen("1"), Plans.canary("1", "nginx"), Plans.rollback("previous"))) {
            needed.addAll(Needs.of(plan, new FakeCluster(), Worlds.usual()));
        }
        assertThat(Roles.granted("rbac/deployer.yaml", BASE)).containsExactlyInAnyOrderElementsOf(needed);
    }

    /** The Role of a router; load balancers of AWS need none beyond Ingresses. */
    private static String option(String story) {
        String router = story.replace("canary, ", "");
        return router.equals("alb") ? "" : router;
    }
}
