package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever dies or fails wherever, a rollout ends well, and users are served all the time. */
class SurvivalTest {
    private static final Set<String> WRITES = Set.of("apply", "patch", "create", "replace", "delete");

    /** A rollout of version 2 (or back to version 1) in a world where something already serves. */
    record Story(String name, Supplier<Simulation> world, Supplier<RolloutPlan> plan) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Story> stories() {
        return Stream.of(
                story("blue-green", () -> Plans.blueGreen("1"), () -> Plans.blueGreen("2"), world -> {}),
                story("blue-green, checks fail", () -> Plans.blueGreen("1"), () -> Plans.blueGreen("2"), world -> {
                    world.checks = key -> "no";
                }),
                story("canary, nginx", () -> Plans.canary("1", "nginx"), () -> canary("nginx"), world -> {}),
                story("canary, replicas", () -> Plans.canary("1", "replicas"), () -> canary("replicas"), world -> {}),
                story("bad canary, nginx", () -> Plans.canary("1", "nginx"), () -> canary("nginx"), SurvivalTest::bad),
                story(
                        "bad canary, replicas",
                        () -> Plans.canary("1", "replicas"),
                        () -> canary("replicas"),
                        SurvivalTest::bad),
                story(
                        "canary that cannot be promoted",
                        () -> Plans.canary("1", "nginx"),
                        () -> canary("nginx"),
                        world -> {
                            world.beforeTick = state -> {
                                if (state.phase() == Phase.PROMOTE) {
                                    world.controllers.neverReady.add("shop:2");
                                }
                                return state;
                            };
                        }),
                story("rolling", () -> Plans.rolling("1"), () -> Plans.rolling("2"), world -> {}),
                story("rolling, never ready", () -> Plans.rolling("1"), () -> Plans.rolling("2"), world -> {
                    world.controllers.neverReady.add("2");
                }),
                story("rolling, ordered", () -> Plans.ordered("1"), () -> Plans.ordered("2"), world -> {}),
                story("rolling, ordered, never ready", () -> Plans.ordered("1"), () -> Plans.ordered("2"), world -> {
                    world.controllers.neverReady.add("2");
                }),
                new Story(
                        "rollback",
                        from(() -> world(w -> {}).serving(Plans.rolling("1")).serving(Plans.rolling("2")), world -> {}),
                        () -> Plans.rollback("previous")),
                new Story(
                        "rollback of blue-green",
                        from(
                                () -> world(w -> {})
                                        .serving(Plans.blueGreen("1"))
                                        .serving(Plans.blueGreen("2")),
                                world -> {}),
                        () -> Plans.rollback("previous")));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void killedAroundAnyWriteTheRolloutEndsAsIfNothingHadHappened(Story story) {
        Result undisturbed = tell(story, (call, moment, verb, kind) -> {});
        for (String moment : List.of("before", "after")) {
            for (int i = 0; i < undisturbed.writes(); i++) {
                int at = i;
                Result result = tell(story, (call, now, verb, kind) -> {
                    if (call.writes == at && now.equals(moment) && WRITES.contains(verb) && !call.struck) {
                        call.struck = true;
                        throw new Simulation.Killed();
                    }
                });
                assertThat(result.phase()).as("killed %s write %s", moment, i).isEqualTo(undisturbed.phase());
                assertThat(result.traffic()).isEqualTo(undisturbed.traffic());
                assertThat(result.fingerprint()).isEqualTo(undisturbed.fingerprint());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aFaultAtAnyCallIsSurvived(Story story) {
        Result undisturbed = tell(story, (call, moment, verb, kind) -> {});
        int step = Math.max(1, undisturbed.calls() / 60);
        for (int i = 0; i < undisturbed.calls(); i += step) {
            int at = i;
            Kind kind = i / step % 2 == 0 ? Kind.UNAVAILABLE : Kind.CONFLICT;
            String moment = i / step % 3 == 0 ? "after" : "before";
            Result result = tell(story, (call, now, verb, type) -> {
                if (call.calls == at && now.equals(moment) && !call.struck) {
                    call.struck = true;
                    throw new ClusterException(kind, "struck at call " + at, null);
                }
            });
            assertThat(result.phase()).as("%s %s call %s", kind, moment, i).isEqualTo(undisturbed.phase());
            assertThat(result.traffic()).isEqualTo(undisturbed.traffic());
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void randomStormsOfFaultsEndInAKnownStateAndServeUsers(Story story) {
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            Result result = tell(story, (call, moment, verb, kind) -> {
                if (random.nextInt(12) == 0) {
                    Kind[] kinds = {Kind.UNAVAILABLE, Kind.CONFLICT, Kind.UNAVAILABLE, Kind.NOT_FOUND, Kind.FORBIDDEN};
                    if (random.nextInt(4) == 0) {
                        throw new Simulation.Killed();
                    }
                    throw new ClusterException(kinds[random.nextInt(kinds.length)], "storm", null);
                }
            });
            assertThat(result.phase().isFinal()).as("seed %s", seed).isTrue();
            assertThat(result.traffic().keySet())
                    .as("seed %s, %s", seed, result.end().ending())
                    .hasSize(1)
                    .doesNotContain("nobody");
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void anAbortAtAnyTickRestoresWhatServedOrFinishesWhatIsDecided(Story story) {
        Result undisturbed = tell(story, (call, moment, verb, kind) -> {});
        for (int i = 0; i < undisturbed.end().transitions().size(); i++) {
            int at = i;
            Simulation world = story.world().get().withoutLosingRequests();
            Map<String, Double> before = world.controllers.traffic();
            var inner = world.beforeTick;
            world.beforeTick = state -> {
                RolloutState next = inner.apply(state);
                return next.transitions().size() >= at ? next.aborted("somebody pressed stop") : next;
            };
            RolloutState end = world.run(story.plan().get());
            if (end.phase() == Phase.ROLLED_BACK) {
                assertThat(world.controllers.traffic()).as("aborted at %s", at).isEqualTo(before);
            } else {
                assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
                assertThat(at).isGreaterThan(4);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void afterTheEndATickChangesNothing(Story story) {
        Simulation world = story.world().get();
        RolloutPlan plan = story.plan().get();
        RolloutState end = world.run(plan);
        String before = world.cluster.fingerprint();
        world.seen.clear();

        assertThat(world.run(plan, end)).isEqualTo(end);
        assertThat(world.seen).isEmpty();
        assertThat(world.cluster.fingerprint()).isEqualTo(before);
    }

    @Test
    void abortWorksWhileTheRouterIsBroken() {
        Simulation world = world(w -> {}).serving(Plans.canary("1", "nginx")).withoutLosingRequests();
        world.cluster.hook = (moment, verb, kind) -> {
            boolean struck = world.cluster
                    .get(io.fabric8.kubernetes.api.model.networking.v1.Ingress.class, "shop-canary")
                    .isPresent();
            if (struck && kind.equals("Ingress")) {
                throw new ClusterException(Kind.UNAVAILABLE, "the ingress API is down", null);
            }
        };

        RolloutState end = world.run(canary("nginx"));

        assertThat(end.phase()).isEqualTo(Phase.STUCK);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
        assertThat(end.recovery()).contains("kubectl -n shop-prod delete ingress/shop-canary --ignore-not-found");
    }

    private static void bad(Simulation world) {
        world.metrics = (query, at) -> new Measurement.Value(0.5);
    }

    private static RolloutPlan canary(String router) {
        return Plans.canary("2", router, Plans.errorRate().get(0));
    }

    private static Story story(
            String name, Supplier<RolloutPlan> first, Supplier<RolloutPlan> then, Consumer<Simulation> change) {
        return new Story(name, from(() -> world(w -> {}).serving(first.get()), change), then);
    }

    /** The first part of a story is told once; every telling of the rest begins with a copy of it. */
    private static Supplier<Simulation> from(Supplier<Simulation> beginning, Consumer<Simulation> change) {
        Simulation told = beginning.get();
        return () -> {
            Simulation world = told.copy();
            world.metrics = (query, at) -> new Measurement.Value(0.001);
            change.accept(world);
            return world;
        };
    }

    private static Simulation world(Consumer<Simulation> change) {
        Simulation world = new Simulation();
        world.metrics = (query, at) -> new Measurement.Value(0.001);
        change.accept(world);
        return world;
    }

    private static Result tell(Story story, Disturbance disturbance) {
        Simulation world = story.world().get().withoutLosingRequests();
        RolloutPlan plan = story.plan().get();
        Calls calls = new Calls();
        world.cluster.hook = (moment, verb, kind) -> {
            try {
                disturbance.at(calls, moment, verb, kind);
            } finally {
                if (moment.equals("after")) {
                    calls.calls++;
                    calls.writes += WRITES.contains(verb) ? 1 : 0;
                }
            }
        };
        RolloutState end = world.run(plan);
        world.cluster.hook = (moment, verb, kind) -> {};
        String fingerprint = world.cluster
                .fingerprint()
                .replace(plan.id(), "ID")
                .replaceAll("\\\\\"at\\\\\":\\\\\"[^\\\\]+\\\\\"", "AT")
                .replaceAll("(BLUE_GREEN|CANARY|ROLLING|ROLLBACK)-[^\"\\\\]*-\\d+", "ID");
        return new Result(end, world.controllers.traffic(), fingerprint, calls.calls, calls.writes);
    }

    private static final class Calls {
        private int calls;
        private int writes;
        private boolean struck;
    }

    private interface Disturbance {
        void at(Calls calls, String moment, String verb, String kind);
    }

    private record Result(RolloutState end, Map<String, Double> traffic, String fingerprint, int calls, int writes) {
        Phase phase() {
            return end.phase();
        }
    }
}
