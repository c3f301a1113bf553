package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Drives rollouts the way a build does: keeps the state as JSON whenever it has got further or its controller died, runs the
 * checks, sleeps until it is woken.
 * Controllers act after every tick, and so do the assertions that have to hold at any time.
 */
final class Simulation {
    private static final int TICKS_ENOUGH = 3000;

    Simulation() {
        this(new FakeCluster());
    }

    private Simulation(FakeCluster cluster) {
        this.cluster = cluster;
        this.controllers = new FakeControllers(cluster);
        this.api = cluster;
    }

    /** Another world that begins where this one is. */
    Simulation copy() {
        Simulation copy = new Simulation(cluster.copy());
        copy.now = now;
        return copy;
    }

    final FakeCluster cluster;

    /** The way to the cluster: by default straight. */
    Cluster api;

    final FakeControllers controllers;
    final List<String> seen = new ArrayList<>();
    final Set<String> checked = new LinkedHashSet<>();
    Instant now = Instant.parse("2026-03-02T10:00:00Z");

    /** The answer to a query: by default nobody has data. */
    BiFunction<String, Instant, Measurement> metrics = (query, at) -> new Measurement.Missing("no data", true);

    /** What the pipeline's checks say about a point; null means they pass. */
    java.util.function.Function<String, String> checks = key -> null;

    /** Called before each tick with the state; may change it, as a driver does. */
    java.util.function.UnaryOperator<RolloutState> beforeTick = state -> state;

    /** Called after each tick, once controllers have acted. */
    Consumer<RolloutState> afterTick = state -> {};

    /** Each tick is repeated as if its state had not been kept. */
    boolean everyTickTwice;

    Set<String> finishedBuilds = new LinkedHashSet<>();

    RolloutState run(RolloutPlan plan) {
        return run(plan, RolloutState.begin(plan, now));
    }

    RolloutState run(RolloutPlan plan, RolloutState begin) {
        RolloutPlan read = RolloutPlan.fromJson(plan.toJson());
        RolloutState kept = read(begin);
        for (int i = 0; i < TICKS_ENOUGH; i++) {
            RolloutState state = beforeTick.apply(kept);
            kept = state;
            Duration pause;
            try {
                if (everyTickTwice) {
                    tick(read, state);
                }
                Tick tick = tick(read, state);
                RolloutState next = withChecks(tick.state());
                boolean further =
                        next.transitions().size() > state.transitions().size();
                kept = further ? read(next) : next;
                pause = tick.wakeUp();
                seen.addAll(tick.done());
            } catch (Killed e) {
                kept = read(kept);
                pause = Duration.ofSeconds(20);
            }
            controllers.settle();
            afterTick.accept(kept);
            if (kept.phase().isFinal()) {
                return kept;
            }
            now = now.plus(pause.isZero() ? Duration.ofMillis(10) : pause);
        }
        throw new AssertionError("not through after " + TICKS_ENOUGH + " ticks: " + kept.toJson());
    }

    private static RolloutState read(RolloutState state) {
        return RolloutState.fromJson(state.toJson());
    }

    /** One tick, and all that follows it in the world. */
    RolloutState turn(RolloutPlan plan, RolloutState state) {
        Tick tick = tick(plan, state);
        controllers.settle();
        RolloutState next = withChecks(tick.state());
        afterTick.accept(next);
        now = now.plus(tick.wakeUp().isZero() ? Duration.ofMillis(10) : tick.wakeUp());
        return next;
    }

    Tick tick(RolloutPlan plan, RolloutState state) {
        MetricProvider provider = (query, at) -> CompletableFuture.completedFuture(metrics.apply(query, at));
        return new RolloutReconciler(new Analyst(Map.of("prometheus", provider)), finishedBuilds::contains)
                .reconcile(plan, state, api, clock());
    }

    private RolloutState withChecks(RolloutState state) {
        if (!state.wantsBody()) {
            return state;
        }
        String key = state.body().key();
        checked.add(key);
        String problem = checks.apply(key);
        return problem == null
                ? state.bodyStarted().bodyPassed()
                : state.bodyStarted().bodyFailed(problem);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** Brings version 1 up, and makes sure that it serves. */
    Simulation serving(RolloutPlan first) {
        RolloutState end = run(first);
        assertThat(end.phase()).as("%s", end.ending()).isEqualTo(Phase.COMPLETED);
        seen.clear();
        checked.clear();
        return this;
    }

    /** From now on, every request has to be answered by somebody after each tick. */
    Simulation withoutLosingRequests() {
        afterTick = state -> {
            assertThat(controllers.traffic())
                    .as("traffic in phase %s: %s", state.phase(), state.waitingFor())
                    .doesNotContainKey("nobody");
            assertThat(controllers.answers("shop"))
                    .as("Service 'shop' in phase %s: %s", state.phase(), state.waitingFor())
                    .isTrue();
        };
        return this;
    }

    /** The controller died: an error, so that nothing catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
