package io.jenkins.plugins.delivery.benchmark;

import io.fabric8.kubernetes.api.model.Service;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long it takes from the decision to abort until the write that sends users back has had its effect, with an API
 * server that takes 200 ms for each call. {@code java … AbortLatency [samples]}.
 */
public final class AbortLatency {
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final int AT_ONCE = 20;
    private static final int WARM_UP = 40;

    private AbortLatency() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        measure(StrategyKind.CANARY, Phase.OBSERVE, samples);
        measure(StrategyKind.BLUE_GREEN, Phase.KEEP, samples);
    }

    private static void measure(StrategyKind strategy, Phase phase, int samples)
            throws InterruptedException, ExecutionException {
        List<Callable<Duration>> prepared = new ArrayList<>();
        for (int i = 0; i < samples + WARM_UP; i++) {
            prepared.add(prepare(strategy, phase));
        }
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        pool.invokeAll(prepared.subList(0, WARM_UP));
        List<Duration> times = new ArrayList<>();
        for (Future<Duration> one : pool.invokeAll(prepared.subList(WARM_UP, prepared.size()))) {
            times.add(one.get());
        }
        pool.shutdown();
        times.sort(null);
        System.out.printf(
                "%s: p50 %d ms, p99 %d ms, most %d ms, %d samples%n",
                strategy.words(),
                times.get(samples / 2).toMillis(),
                times.get((int) Math.ceil(samples * 0.99) - 1).toMillis(),
                times.get(samples - 1).toMillis(),
                samples);
    }

    /** Rollouts are brought to their phase before the clock runs. */
    private static Callable<Duration> prepare(StrategyKind strategy, Phase phase) {
        MemoryCluster cluster = new MemoryCluster();
        RolloutPlan plan = Rollouts.plan(strategy, "shop", "2", true);
        RolloutState state = Rollouts.second(strategy, "shop", phase, cluster);
        return () -> abort(plan, state, cluster);
    }

    private static Duration abort(RolloutPlan plan, RolloutState state, MemoryCluster cluster) {
        long[] back = {0};
        cluster.onWrite((verb, object) -> {
            if (object instanceof Service && back[0] == 0) {
                back[0] = System.nanoTime();
            }
        });
        cluster.latency(LATENCY);
        long begin = System.nanoTime();
        RolloutState next = state.aborted("somebody pressed stop");
        for (int i = 0; i < 50 && back[0] == 0; i++) {
            Tick tick = Rollouts.RECONCILER.reconcile(plan, next, cluster, Clock.systemUTC());
            next = RolloutState.fromJson(tick.state().toJson());
        }
        return Duration.ofNanos(back[0] - begin);
    }
}
