package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import io.jenkins.plugins.delivery.engine.guardian.TestGuardian;
import io.jenkins.plugins.delivery.engine.rollout.group.GroupReconciler;
import io.jenkins.plugins.delivery.engine.rollout.group.GroupState;
import io.jenkins.plugins.delivery.engine.rollout.group.GroupTick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several services as one release. Ticks, calls and seeds are sampled; with {@code -Drollout.exhaustive=true} it is every one
 * of them.
 */
class GroupTest {
    private static final boolean EXHAUSTIVE = Boolean.getBoolean("rollout.exhaustive");
    private static final List<String> APPS = List.of("shop", "cart", "auth");
    private static final Map<String, Double> STABLE = Map.of("1", 100.0);
    private static final Map<String, Double> NEW = Map.of("2", 100.0);
    private static int builds;

    record Story(String name, Function<String, RolloutPlan> version, Simulation told) {
        Story(String name, Function<String, RolloutPlan> version) {
            this(name, version, new Simulation());
            Group first = new Group(told, plans(version, "1", APPS));
            first.watched = false;
            first.run();
            assertThat(first.state().outcome()).isEqualTo(Phase.COMPLETED);
        }

        Group begin(String... apps) {
            return new Group(told.copy(), plans(version, "2", List.of(apps)));
        }

        Group begin() {
            return begin(APPS.toArray(String[]::new));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A build that rolls several services out, and keeps what it knows as JSON whenever one got further. */
    static final class Group {
        final Simulation world;
        final List<RolloutPlan> plans;
        final List<String> promoted = new ArrayList<>();
        final List<String> restored = new ArrayList<>();
        UnaryOperator<GroupState> news = state -> state;
        boolean watched = true;
        GroupState kept;
        Instant next;

        Group(Simulation world, List<RolloutPlan> plans) {
            this.world = world;
            this.plans = new ArrayList<>(plans);
            this.kept = GroupState.begin(plans, world.now);
            this.next = world.now;
            if (world.metrics.apply("", world.now) instanceof Measurement.Missing) {
                world.metrics = (query, at) -> new Measurement.Value(0.001);
            }
        }

        GroupState state() {
            return kept;
        }

        void tick() {
            MetricProvider provider = (query, at) -> CompletableFuture.completedFuture(world.metrics.apply(query, at));
            GroupReconciler reconciler = new GroupReconciler(
                    plan -> new RolloutReconciler(new Analyst(Map.of("prometheus", provider)), holder -> false));
            GroupState before = news.apply(state());
            kept = before;
            try {
                GroupTick tick = reconciler.reconcile(plans, before, world.cluster, world.clock());
                GroupState after = checked(tick.state());
                kept = steps(after) > steps(before) ? read(after) : after;
                note(before, tick.state());
                next = world.now.plus(tick.wakeUp()).plusMillis(10);
            } catch (Simulation.Killed e) {
                kept = read(kept);
                next = world.now.plusSeconds(20);
            }
            world.controllers.settle();
            if (watched) {
                for (RolloutPlan plan : plans) {
                    assertThat(world.controllers.traffic(plan.app()))
                            .as("%s in %s", plan.app(), kept)
                            .doesNotContainKey("nobody");
                }
            }
        }

        private static int steps(GroupState state) {
            return state.states().values().stream()
                    .mapToInt(own -> own.transitions().size())
                    .sum();
        }

        private static GroupState read(GroupState state) {
            return GroupState.fromJson(state.toJson());
        }

        private void note(GroupState before, GroupState after) {
            after.states().forEach((app, own) -> {
                Phase from = before.of(app).phase();
                boolean done = own.phase() != from || after.through().contains(app);
                if (done
                        && (from == Phase.PROMOTE || from == Phase.VERIFY && own.phase() == Phase.OBSERVE)
                        && !promoted.contains(app)) {
                    promoted.add(app);
                }
                if (from == Phase.RESTORE && own.phase() == Phase.UNLOCK) {
                    restored.add(app);
                }
            });
        }

        private GroupState checked(GroupState state) {
            GroupState next = state;
            for (Map.Entry<String, RolloutState> own : state.states().entrySet()) {
                if (own.getValue().wantsBody()) {
                    next = next.with(own.getKey(), own.getValue().bodyStarted().bodyPassed());
                }
            }
            return next;
        }

        GroupState run() {
            for (int i = 0; i < 4000 && !state().over(); i++) {
                world.now = next.isAfter(world.now) ? next : world.now;
                tick();
            }
            assertThat(state().over()).as("%s", kept).isTrue();
            return state();
        }
    }

    static Stream<Story> stories() {
        return Stream.of(
                new Story("blue-green", Plans::blueGreen),
                new Story(
                        "canary",
                        version ->
                                Plans.canary(version, "nginx", Plans.errorRate().get(0))),
                new Story("rolling", Plans::rolling));
    }

    private static List<RolloutPlan> plans(Function<String, RolloutPlan> version, String number, List<String> apps) {
        String build = "release #" + builds++;
        GroupPlan group = new GroupPlan("r" + builds, apps);
        return apps.stream()
                .map(app -> renamed(version.apply(number), app)
                        .by(group.rollout(app), build)
                        .together(group))
                .toList();
    }

    private static RolloutPlan renamed(RolloutPlan plan, String app) {
        return RolloutPlan.fromJson(plan.toJson()
                .replace("shop\\\"", app + "\\\"")
                .replace("\"app\":\"shop\"", "\"app\":\"" + app + "\"")
                .replace("shop-config", app + "-config"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void servicesThatAreAllWellAreAllPromotedInTheOrderThatWasAskedFor(Story story) {
        Group group = story.begin();

        assertThat(group.run().outcome()).isEqualTo(Phase.COMPLETED);

        assertTraffic(group, NEW);
        if (!story.name().equals("rolling")) {
            assertThat(group.promoted).containsExactlyElementsOf(APPS);
        }
        assertThat(leases(group)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void oneServiceThatCannotBeReadyKeepsAllFromTheirUsers(Story story) {
        for (String bad : APPS) {
            Group group = story.begin();
            group.world.controllers.neverReady.addAll(
                    List.of(bad + ":2", bad + "-canary:2", bad + "-blue:2", bad + "-green:2"));

            assertThat(group.run().outcome()).isEqualTo(Phase.ROLLED_BACK);

            assertTraffic(group, STABLE);
            assertThat(leases(group)).isEmpty();
            assertThat(group.state().of(bad).ending().cause()).isEqualTo(Ending.Cause.UNHEALTHY);
        }
    }

    @Test
    void servicesThatWerePromotedGoBackInReverseOrder() {
        Group group = stories().toList().get(1).begin();
        group.world.controllers.neverReady.add("auth:2");

        assertThat(group.run().outcome()).isEqualTo(Phase.ROLLED_BACK);

        assertThat(group.promoted).startsWith("shop", "cart");
        assertThat(group.restored).containsExactly("auth", "cart", "shop");
        assertThat(group.state().of("shop").ending().reason()).startsWith("auth goes back: ");
        assertTraffic(group, STABLE);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void anAbortAtAnyTickTakesAllBackOrNone(Story story) {
        int ticks = ticks(story);
        for (int at = 0; at < ticks; at += EXHAUSTIVE ? 1 : 1 + ticks / 9) {
            Group group = story.begin();
            int[] left = {at};
            group.news = state -> left[0]-- == 0 ? state.aborted("somebody pressed stop") : state;
            Phase end = group.run().outcome();
            assertThat(end).as("tick %s: %s", at, group.kept).isIn(Phase.COMPLETED, Phase.ROLLED_BACK);
            assertTraffic(group, end == Phase.COMPLETED ? NEW : STABLE);
            assertThat(leases(group)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void killedAtAnyCallTheResultIsTheSame(Story story) {
        int calls = calls(story);
        for (int at = 1; at < calls; at += EXHAUSTIVE ? 1 : 1 + calls / 9) {
            Group group = story.begin();
            int[] left = {at};
            group.world.cluster.hook = (moment, verb, kind) -> {
                if (moment.equals("after") && --left[0] == 0) {
                    throw new Simulation.Killed();
                }
            };
            assertThat(group.run().outcome()).as("call %s", at).isEqualTo(Phase.COMPLETED);
            assertTraffic(group, NEW);
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void randomFaultsEndForAllOrForNone(Story story) {
        Set<Phase> ends = new TreeSet<>();
        for (int seed = 0; seed < (EXHAUSTIVE ? 100 : 8); seed++) {
            Random random = new Random(seed);
            Group group = story.begin();
            Kind[] kinds = {Kind.UNAVAILABLE, Kind.CONFLICT, seed % 2 == 0 ? Kind.UNAVAILABLE : Kind.FORBIDDEN};
            group.world.cluster.hook = (moment, verb, kind) -> {
                if (random.nextInt(60) == 0) {
                    if (random.nextInt(4) == 0) {
                        throw new Simulation.Killed();
                    }
                    throw new ClusterException(kinds[random.nextInt(kinds.length)], "storm", null);
                }
            };
            Phase end = group.run().outcome();
            assertThat(end).as("seed %s: %s", seed, group.kept).isIn(Phase.COMPLETED, Phase.ROLLED_BACK);
            assertTraffic(group, end == Phase.COMPLETED ? NEW : STABLE);
            ends.add(end);
        }
        assertThat(ends).containsExactly(Phase.COMPLETED, Phase.ROLLED_BACK);
    }

    /** Killed for good after each tick: the guardians of the services, each on its own, come to the same end. */
    @ParameterizedTest
    @MethodSource("stories")
    void guardiansTakeAllBackOrNone(Story story) {
        int ticks = ticks(story);
        for (int mostTicks = 1; mostTicks < ticks + 8; mostTicks += EXHAUSTIVE ? 1 : 5) {
            Group group = story.begin();
            group.plans.replaceAll(plan -> plan.guarded(new Guard(Duration.ofMinutes(5), "guardian:1", "")));
            Map<String, TestGuardian> guardians = new TreeMap<>();
            for (int tick = 0; tick < mostTicks && !group.state().over(); tick++) {
                group.world.now = group.next.isAfter(group.world.now) ? group.next : group.world.now;
                group.tick();
                guard(group, guardians);
            }
            int calls = 0;
            while (!guardians.isEmpty()) {
                group.world.now = group.world.now.plusSeconds(5);
                guard(group, guardians);
                assertThat(calls++).isLessThan(1000);
            }
            List<Map<String, Double>> traffic = APPS.stream()
                    .map(group.world.controllers::traffic)
                    .distinct()
                    .toList();
            assertThat(traffic).as("after tick %s: %s", mostTicks, group.kept).hasSize(1);
            Phase end = group.run().outcome();
            assertThat(end).as("after tick %s: %s", mostTicks, group.kept).isIn(Phase.COMPLETED, Phase.ROLLED_BACK);
            assertTraffic(group, end == Phase.COMPLETED ? NEW : STABLE);
            assertThat(leases(group)).isEmpty();
        }
    }

    private static void guard(Group group, Map<String, TestGuardian> guardians) {
        for (Job job : group.world.cluster.all(Job.class, any -> true)) {
            List<String> arguments =
                    job.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs();
            TestGuardian guardian = guardians.computeIfAbsent(
                    job.getMetadata().getName(),
                    any -> new TestGuardian(arguments, group.world.cluster, group.world.clock()));
            if (guardian.step().isEmpty()) {
                guardians.remove(job.getMetadata().getName());
                group.world.cluster.remove(job);
            }
        }
        guardians
                .keySet()
                .removeIf(name -> group.world.cluster.get(Job.class, name).isEmpty());
        group.world.controllers.settle();
    }

    /** Two builds name the services in opposite orders; every interleaving of their first ticks is tried. */
    @Test
    void buildsThatNameTheServicesInDifferentOrdersDoNotWaitForEachOther() {
        Story story = stories().findFirst().orElseThrow();
        for (int order = 0; order < 64; order += EXHAUSTIVE ? 1 : 13) {
            Group one = story.begin("shop", "cart", "auth");
            Group other = new Group(one.world, plans(story.version(), "3", List.of("auth", "shop", "cart")));
            one.watched = false;
            other.watched = false;
            for (int turn = 0; turn < 6; turn++) {
                (((order >> turn) & 1) == 0 ? one : other).tick();
            }
            Instant limit = one.world.now.plus(Duration.ofHours(3));
            while (!(one.state().over() && other.state().over()) && one.world.now.isBefore(limit)) {
                one.tick();
                other.tick();
                one.world.now = one.world.now.plusSeconds(30);
            }
            assertThat(one.state().outcome())
                    .as("order %s: %s", order, one.kept)
                    .isEqualTo(Phase.COMPLETED);
            assertThat(other.state().outcome())
                    .as("order %s: %s", order, other.kept)
                    .isEqualTo(Phase.COMPLETED);
            for (String app : APPS) {
                assertThat(one.world.controllers.traffic(app)).isIn(NEW, Map.of("3", 100.0));
            }
        }
    }

    private static int ticks(Story story) {
        Group group = story.begin();
        int[] ticks = {0};
        group.news = state -> {
            ticks[0]++;
            return state;
        };
        group.run();
        return ticks[0];
    }

    private static int calls(Story story) {
        Group group = story.begin();
        int[] calls = {0};
        group.world.cluster.hook = (moment, verb, kind) -> calls[0] += moment.equals("after") ? 1 : 0;
        group.run();
        return calls[0];
    }

    private static void assertTraffic(Group group, Map<String, Double> traffic) {
        group.world.cluster.hook = (moment, verb, kind) -> {};
        for (String app : APPS) {
            assertThat(group.world.controllers.traffic(app))
                    .as("%s: %s", app, group.kept)
                    .isEqualTo(traffic);
        }
    }

    private static List<Lease> leases(Group group) {
        return group.world.cluster.all(Lease.class, any -> true);
    }
}
