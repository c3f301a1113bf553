package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One tick of a canary that waits, and of one that is told to go back: what it costs without the network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TickBenchmark {
    private final MemoryCluster cluster = new MemoryCluster();
    private RolloutPlan plan;
    private RolloutState waiting;
    private RolloutState aborted;

    @Setup
    public void begin() {
        plan = Rollouts.plan(StrategyKind.CANARY, "shop", "2", true);
        waiting = Rollouts.second(StrategyKind.CANARY, "shop", Phase.OBSERVE, cluster);
        aborted = waiting.aborted("somebody pressed stop");
    }

    @Benchmark
    public Tick waiting() {
        return Rollouts.RECONCILER.reconcile(plan, waiting, cluster, Clock.systemUTC());
    }

    @Benchmark
    public Tick decidingToGoBack() {
        return Rollouts.RECONCILER.reconcile(plan, aborted, cluster, Clock.systemUTC());
    }

    /** What a driver adds: plan and state are kept as JSON. */
    @Benchmark
    public String keeping() {
        return RolloutState.fromJson(waiting.toJson()).toJson();
    }
}
