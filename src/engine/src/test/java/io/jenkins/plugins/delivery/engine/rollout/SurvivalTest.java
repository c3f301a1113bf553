package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import io.jenkins.plugins.delivery.engine.rollout.Stories.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever dies or fails wherever, a rollout ends well, and users are served all the time. By default calls and transitions
 * are sampled, others in each story, so that stories that are alike strike all of them together; with
 * {@code -Drollout.exhaustive=true} every call and transition is struck.
 */
class SurvivalTest {
    private static final String STORIES = "io.jenkins.plugins.delivery.engine.rollout.Stories";
    private static final boolean EXHAUSTIVE = Boolean.getBoolean("rollout.exhaustive");
    private static final int EACH = 4;
    private static final Map<String, Telling> UNDISTURBED = new HashMap<>();

    private static final Set<String> WRITES = Set.of("apply", "patch", "create", "replace", "delete");

    /** What an API server, or the network before it, may do to a call. */
    private static final List<ClusterException> PASSING = List.of(
            new ClusterException(Kind.UNAVAILABLE, "HTTP 500", null),
            new ClusterException(Kind.CONFLICT, "HTTP 409", null),
            new ClusterException(Kind.UNAVAILABLE, "HTTP 429", Duration.ofSeconds(7), null),
            new ClusterException(Kind.UNAVAILABLE, "timed out", null));

    private static final List<ClusterException> LASTING = List.of(
            new ClusterException(Kind.FORBIDDEN, "HTTP 403", null),
            new ClusterException(Kind.INVALID, "HTTP 422", null),
            new ClusterException(Kind.NOT_FOUND, "HTTP 404", null));

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
    void killedAtEveryTransitionAndBetweenCallsItEndsAsIfNothingHadHappened(Story story) {
        Telling undisturbed = undisturbed(story);
        Set<Integer> calls = new TreeSet<>();
        for (int transition : inTurn(story, undisturbed.marks.size())) {
            calls.add(undisturbed.marks.get(transition));
        }
        calls.addAll(sample(undisturbed.calls, 1));
        for (int at : calls) {
            same(undisturbed, tell(story, strike(at, "before", new Simulation.Killed())), "killed before call " + at);
        }
        for (int at : sample(undisturbed.writes.size(), 2)) {
            int write = undisturbed.writes.get(at);
            same(
                    undisturbed,
                    tell(story, strike(write, "after", new Simulation.Killed())),
                    "killed after call " + write);
        }
    }

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
    void aFaultThatPassesIsSurvivedAtAnyCall(Story story) {
        Telling undisturbed = undisturbed(story);
        for (int at : sample(undisturbed.calls, 3)) {
            int turn = Math.floorMod(story.name().hashCode() + at, 3 * PASSING.size());
            ClusterException fault = PASSING.get(turn / 3);
            Telling struck = tell(story, strike(at, turn % 3 == 0 ? "after" : "before", fault));
            assertThat(struck.end.phase())
                    .as("%s at call %s: %s", fault.getMessage(), at, struck.end.ending())
                    .isEqualTo(undisturbed.end.phase());
            assertThat(struck.traffic).isEqualTo(undisturbed.traffic);
        }
    }

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
    void aRefusalAtAnyCallEndsInAKnownStateWithAllTrafficOnOneVersion(Story story) {
        Telling undisturbed = undisturbed(story);
        for (int at : sample(undisturbed.calls, 2)) {
            ClusterException fault = LASTING.get(Math.floorMod(story.name().hashCode() + at, LASTING.size()));
            Telling struck = tell(story, strike(at, "before", fault));
            known(story, struck, fault.getMessage() + " at call " + at);
        }
    }

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
    void randomStormsOfFaultsEndInAKnownStateAndServeUsers(Story story) {
        for (int seed = 0; seed < (EXHAUSTIVE ? 100 : 2); seed++) {
            Random random = new Random(seed);
            List<ClusterException> faults = new ArrayList<>(PASSING);
            faults.addAll(LASTING.subList(0, 1));
            Telling struck = tell(story, (call, moment, verb, kind) -> {
                if (random.nextInt(12) == 0) {
                    if (random.nextInt(4) == 0) {
                        throw new Simulation.Killed();
                    }
                    throw faults.get(random.nextInt(faults.size()));
                }
            });
            known(story, struck, "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
    void anAbortAtAnyTransitionRestoresWhatServedOrFinishesWhatIsDecided(Story story) {
        Telling undisturbed = undisturbed(story);
        for (int at : inTurn(story, undisturbed.end.transitions().size())) {
            Simulation world = story.world().get();
            if (!story.starts()) {
                world.withoutLosingRequests();
            }
            Map<String, Double> before = world.controllers.traffic();
            var inner = world.beforeTick;
            world.beforeTick = state -> {
                RolloutState next = inner.apply(state);
                return next.transitions().size() >= at ? next.aborted("somebody pressed stop") : next;
            };
            RolloutState end = world.run(story.plan().get());
            Map<String, Double> after = world.controllers.traffic();
            switch (end.phase()) {
                case ROLLED_BACK -> assertThat(after).as("aborted at %s", at).isEqualTo(before);
                case COMPLETED -> assertThat(at).isGreaterThan(story.starts() ? 3 : 4);
                default -> {
                    assertThat(story.name()).contains("over a broken version");
                    assertThat(after).as("aborted at %s", at).isEqualTo(Map.of("2", 100.0));
                    assertThat(end.recovery()).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
    void everyTickTwiceAndNothingIsDifferent(Story story) {
        Telling once = undisturbed(story);
        Simulation world = story.world().get();
        world.everyTickTwice = true;

        same(once, tell(world, story.plan().get(), (call, moment, verb, kind) -> {}), "twice");
    }

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
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

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
    void whatServesIsNeverScaledBelowWhatItsShareOfTheTrafficNeeds(Story story) {
        Simulation world = story.world().get();
        double least = story.name().contains("ordered") ? 0.75 : 1; // a StatefulSet replaces one pod at a time
        boolean[] served = {!story.starts()};
        world.afterTick = state -> {
            double capacity = world.controllers.capacity("shop", 4);
            served[0] |= capacity >= 1;
            assertThat(capacity)
                    .as("pods for each share in %s: %s", state.phase(), state.waitingFor())
                    .isGreaterThanOrEqualTo(served[0] ? least : 0);
        };

        assertThat(world.run(story.plan().get()).phase().isFinal()).isTrue();
    }

    @Test
    void abortWorksWhileTheRouterIsBroken() {
        Simulation world = new Simulation().serving(Plans.canary("1", "nginx")).withoutLosingRequests();
        world.metrics = (query, at) -> new Measurement.Value(0.001);
        world.cluster.hook = (moment, verb, kind) -> {
            boolean struck = world.cluster
                    .get(io.fabric8.kubernetes.api.model.networking.v1.Ingress.class, "shop-canary")
                    .isPresent();
            if (struck && kind.equals("Ingress")) {
                throw new ClusterException(Kind.UNAVAILABLE, "the ingress API is down", null);
            }
        };

        RolloutState end =
                world.run(Plans.canary("2", "nginx", Plans.errorRate().get(0)));

        assertThat(end.phase()).isEqualTo(Phase.STUCK);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
        assertThat(end.recovery()).contains("kubectl -n shop-prod delete ingress/shop-canary --ignore-not-found");
    }

    @Test
    void theServerSaysWhenToAskAgain() {
        Simulation world = new Simulation().serving(Plans.canary("1", "nginx"));
        RolloutPlan plan = Plans.canary("2", "nginx");
        world.cluster.hook = (moment, verb, kind) -> {
            throw new ClusterException(Kind.UNAVAILABLE, "HTTP 429", Duration.ofSeconds(42), null);
        };

        Tick tick = world.tick(plan, RolloutState.begin(plan, world.now));

        assertThat(tick.wakeUp()).isEqualTo(Duration.ofSeconds(42));
    }

    private static void known(Story story, Telling struck, String why) {
        assertThat(struck.end.phase().isFinal()).as(why).isTrue();
        assertThat(struck.traffic.keySet())
                .as("%s, %s", why, struck.end.ending())
                .hasSize(1);
        if (struck.end.phase() == Phase.STUCK) {
            assertThat(struck.end.recovery()).as(why).isNotEmpty();
        }
        if (!story.starts() || struck.end.phase() == Phase.COMPLETED) {
            assertThat(struck.traffic).as("%s, %s", why, struck.end.ending()).doesNotContainKey("nobody");
        }
    }

    private static void same(Telling undisturbed, Telling struck, String why) {
        assertThat(struck.end.phase()).as("%s: %s", why, struck.end.ending()).isEqualTo(undisturbed.end.phase());
        assertThat(struck.traffic).as(why).isEqualTo(undisturbed.traffic);
        assertThat(struck.fingerprint).as(why).isEqualTo(undisturbed.fingerprint);
    }

    /** How a story goes when nothing disturbs it; told once. */
    private static Telling undisturbed(Story story) {
        return UNDISTURBED.computeIfAbsent(story.name(), any -> tell(story, (call, moment, verb, kind) -> {}));
    }

    /** Every fourth number below a limit, beginning with another in each story. */
    private static List<Integer> inTurn(Story story, int limit) {
        int step = EXHAUSTIVE ? 1 : EACH;
        List<Integer> some = new ArrayList<>();
        for (int i = Math.floorMod(story.name().hashCode(), step); i < limit; i += step) {
            some.add(i);
        }
        return some;
    }

    /** Numbers below a limit, spread over all of them, always the same ones. */
    private static List<Integer> sample(int limit, int size) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < limit; i++) {
            all.add(i);
        }
        if (!EXHAUSTIVE && limit > size) {
            Collections.shuffle(all, new Random(31L * limit + size));
            return all.subList(0, size);
        }
        return all;
    }

    private static Disturbance strike(int at, String moment, Throwable by) {
        boolean[] struck = {false};
        return (call, now, verb, kind) -> {
            if (call == at && now.equals(moment) && !struck[0]) {
                struck[0] = true;
                SurvivalTest.<RuntimeException>raise(by);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable by) throws T {
        throw (T) by;
    }

    private static Telling tell(Story story, Disturbance disturbance) {
        return tell(story.world().get(), story.plan().get(), disturbance);
    }

    private static Telling tell(Simulation world, RolloutPlan plan, Disturbance disturbance) {
        Telling telling = new Telling();
        if (!world.controllers.traffic().containsKey("nobody")) {
            world.withoutLosingRequests();
        }
        var inner = world.beforeTick;
        int[] transitions = {-1};
        world.beforeTick = state -> {
            RolloutState next = inner.apply(state);
            if (next.transitions().size() != transitions[0]) {
                transitions[0] = next.transitions().size();
                telling.marks.add(telling.calls);
            }
            return next;
        };
        world.cluster.hook = (moment, verb, kind) -> {
            try {
                disturbance.at(telling.calls, moment, verb, kind);
            } finally {
                if (moment.equals("after")) {
                    if (WRITES.contains(verb)) {
                        telling.writes.add(telling.calls);
                    }
                    telling.calls++;
                }
            }
        };
        telling.end = world.run(plan);
        world.cluster.hook = (moment, verb, kind) -> {};
        telling.traffic = world.controllers.traffic();
        telling.fingerprint = world.cluster
                .fingerprint()
                .replace(plan.id(), "ID")
                .replaceAll("\\\\\"at\\\\\":\\\\\"[^\\\\]+\\\\\"", "AT")
                .replaceAll("(BLUE_GREEN|CANARY|ROLLING|ROLLBACK)-[^\"\\\\]*-\\d+", "ID");
        return telling;
    }

    private interface Disturbance {
        void at(int call, String moment, String verb, String kind);
    }

    /** How one telling of a story went: calls in all, those that wrote, and the first one of each phase. */
    private static final class Telling {
        private int calls;
        private final List<Integer> writes = new ArrayList<>();
        private final List<Integer> marks = new ArrayList<>();
        private RolloutState end;
        private Map<String, Double> traffic;
        private String fingerprint;
    }
}
