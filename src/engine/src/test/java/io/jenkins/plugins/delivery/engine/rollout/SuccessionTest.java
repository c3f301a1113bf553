package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two builds roll the same application out: the newest one wins, and never do both act. */
class SuccessionTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private final Simulation world = new Simulation();
    private final Set<String> over = new HashSet<>();

    /** One rollout that is driven a tick at a time. */
    private final class Build {
        private final RolloutPlan plan;
        private RolloutState state;
        private Instant due;

        Build(RolloutPlan plan, Instant began) {
            this.plan = plan.newestWins(true).begun(began);
            state = RolloutState.begin(this.plan, world.now);
            due = world.now;
        }

        boolean done() {
            return state.phase().isFinal();
        }

        void tick() {
            MetricProvider provider = (query, at) -> CompletableFuture.completedFuture(new Measurement.Value(0.001));
            Tick tick = new RolloutReconciler(new Analyst(Map.of("prometheus", provider)), over::contains)
                    .reconcile(plan, state, world.cluster, world.clock());
            state = tick.state().wantsBody() ? tick.state().bodyStarted().bodyPassed() : tick.state();
            state = RolloutState.fromJson(state.toJson());
            due = world.now.plus(tick.wakeUp().isZero() ? Duration.ofMillis(10) : tick.wakeUp());
            if (done()) {
                over.add(plan.holder());
            }
            world.controllers.settle();
            assertThat(world.controllers.traffic()).as("%s", state.waitingFor()).doesNotContainKey("nobody");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANARY", "BLUE_GREEN", "ROLLING"})
    void theOlderOneGoesBackWhereverItIsAndTheNewerOneServes(StrategyKind strategy) {
        world.serving(plan(strategy, "1"));
        int steps = steps(strategy);
        for (int i = 0; i < steps; i++) {
            SuccessionTest again = begin();
            Build older = again.new Build(plan(strategy, "2"), MORNING);
            for (int tick = 0; tick < i; tick++) {
                again.world.now = older.due;
                older.tick();
            }
            boolean settled = older.state.phase().decided();
            Build newer = again.new Build(plan(strategy, "3"), MORNING.plusSeconds(60));

            again.interleave(older, newer);

            assertThat(newer.state.phase())
                    .as("after %s ticks: %s", i, newer.state.ending())
                    .isEqualTo(Phase.COMPLETED);
            assertThat(again.world.controllers.traffic()).isEqualTo(Map.of("3", 100.0));
            if (!settled && older.state.phase() != Phase.COMPLETED) {
                assertThat(older.state.phase()).as("after %s ticks", i).isEqualTo(Phase.ROLLED_BACK);
                assertThat(older.state.ending().cause()).isEqualTo(Ending.Cause.SUPERSEDED);
                assertThat(older.state.ending().reason())
                        .isEqualTo(newer.plan.holder() + " is newer and rolls out shop");
            }
            assertThat(again.world.cluster.get(Lease.class, "shop-rollout")).isEmpty();
            assertThat(again.world.cluster.get(Deployment.class, "shop-canary")).isEmpty();
        }
    }

    @Test
    void anOlderBuildThatComesLaterEndsBeforeItTouchesAnything() {
        world.serving(plan(StrategyKind.CANARY, "1"));
        Build newer = new Build(plan(StrategyKind.CANARY, "3"), MORNING.plusSeconds(60));
        for (int i = 0; i < 5; i++) {
            newer.tick();
        }
        Build older = new Build(plan(StrategyKind.CANARY, "2"), MORNING);
        String before = world.cluster.fingerprint();
        older.tick();
        older.tick();

        assertThat(older.state.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(older.state.ending().cause()).isEqualTo(Ending.Cause.SUPERSEDED);
        assertThat(world.cluster.fingerprint()).isEqualTo(before);
    }

    @Test
    void ofManyThatWaitTheNewestComesNext() {
        world.serving(plan(StrategyKind.CANARY, "1"));
        List<Build> builds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            builds.add(new Build(plan(StrategyKind.CANARY, String.valueOf(i + 2)), MORNING.plusSeconds(i)));
            builds.forEach(Build::tick);
            world.now = world.now.plusSeconds(1);
        }

        interleave(builds.toArray(Build[]::new));

        assertThat(world.controllers.traffic()).isEqualTo(Map.of("5", 100.0));
        assertThat(builds)
                .filteredOn(build -> build.state.phase() == Phase.COMPLETED)
                .hasSize(1);
    }

    @Test
    void aClaimOfABuildThatIsOverIsNone() {
        world.serving(plan(StrategyKind.CANARY, "1"));
        Build older = new Build(plan(StrategyKind.CANARY, "2"), MORNING);
        for (int i = 0; i < 6; i++) {
            older.tick();
        }
        Build newer = new Build(plan(StrategyKind.CANARY, "3"), MORNING.plusSeconds(60));
        newer.tick();
        over.add(newer.plan.holder());

        interleave(older);

        assertThat(older.state.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
    }

    @Test
    void whoStopsWaitingWithdrawsItsClaim() {
        world.serving(plan(StrategyKind.CANARY, "1"));
        Build older = new Build(plan(StrategyKind.CANARY, "2"), MORNING);
        for (int i = 0; i < 6; i++) {
            older.tick();
        }
        Build newer = new Build(plan(StrategyKind.CANARY, "3"), MORNING.plusSeconds(60));
        newer.tick();
        newer.state = newer.state.aborted("stop");
        newer.tick();
        newer.tick();
        over.clear();

        interleave(older);

        assertThat(older.state.phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void withoutTheSettingTheNewerOneWaits() {
        world.serving(plan(StrategyKind.CANARY, "1"));
        Build older = new Build(plan(StrategyKind.CANARY, "2"), MORNING);
        Build newer = new Build(plan(StrategyKind.CANARY, "3"), MORNING.plusSeconds(60));
        RolloutPlan patient = newer.plan.newestWins(false);
        older.tick();
        Tick tick = new RolloutReconciler(new Analyst(Map.of()), over::contains)
                .reconcile(patient, newer.state, world.cluster, world.clock());

        assertThat(tick.done()).isEmpty();
        assertThat(tick.state().phase()).isEqualTo(Phase.LOCK);
    }

    private SuccessionTest begin() {
        SuccessionTest again = new SuccessionTest();
        Simulation copy = world.copy();
        again.world.now = copy.now;
        copy.cluster
                .all(io.fabric8.kubernetes.api.model.HasMetadata.class, any -> true)
                .forEach(again.world.cluster::put);
        return again;
    }

    private int steps(StrategyKind strategy) {
        SuccessionTest alone = begin();
        Build build = alone.new Build(plan(strategy, "2"), MORNING);
        int ticks = 0;
        while (!build.done()) {
            alone.world.now = build.due;
            build.tick();
            ticks++;
        }
        return ticks;
    }

    private void interleave(Build... builds) {
        for (int i = 0; i < 4000; i++) {
            Build next = null;
            for (Build build : builds) {
                next = build.done() || next != null && !build.due.isBefore(next.due) ? next : build;
            }
            if (next == null) {
                return;
            }
            world.now = next.due.isAfter(world.now) ? next.due : world.now;
            next.tick();
        }
        throw new AssertionError("not through");
    }

    private static RolloutPlan plan(StrategyKind strategy, String version) {
        return switch (strategy) {
            case CANARY -> Plans.canary(version, "nginx");
            case BLUE_GREEN -> Plans.blueGreen(version);
            default -> Plans.rolling(version);
        };
    }
}
