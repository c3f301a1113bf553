package io.jenkins.plugins.delivery.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thousand canaries that wait in one JVM, each kept as JSON and looked at every 60 seconds, as the step does it: threads,
 * heap of each, and share of one core. {@code java … WaitingRollouts [rollouts] [seconds]}.
 */
public final class WaitingRollouts {
    private static final int INTERVAL_SECONDS = 60;
    private static final AtomicLong TICKS = new AtomicLong();

    private WaitingRollouts() {}

    public static void main(String[] arguments) throws InterruptedException {
        int number = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 180;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        List<MemoryCluster> clusters = new ArrayList<>();
        List<Waiting> rollouts = new ArrayList<>();
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        ExecutorService workers = Executors.newFixedThreadPool(2);
        for (int i = 0; i < number; i++) {
            MemoryCluster cluster = new MemoryCluster();
            clusters.add(cluster);
            RolloutState state = Rollouts.second(StrategyKind.CANARY, "shop", Phase.OBSERVE, cluster);
            rollouts.add(new Waiting(
                    Rollouts.plan(StrategyKind.CANARY, "shop", "2", true).toJson(), state.toJson(), cluster));
        }
        List<Future<?>> alarms = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Waiting rollout = rollouts.get(i);
            alarms.add(timer.scheduleAtFixedRate(
                    () -> workers.execute(rollout::look),
                    (long) i * INTERVAL_SECONDS * 1000 / number,
                    INTERVAL_SECONDS * 1000L,
                    TimeUnit.MILLISECONDS));
        }
        timer.awaitTermination(INTERVAL_SECONDS, TimeUnit.SECONDS); // one round to warm up
        long cpu = cpu();
        long begin = System.nanoTime();
        long ticks = TICKS.get();
        timer.awaitTermination(seconds, TimeUnit.SECONDS);
        double share = 100.0 * (cpu() - cpu) / (System.nanoTime() - begin);
        System.out.printf(
                "%d rollouts, %d looks in %d s: %.2f %% of one core, %d threads more than before%n",
                number,
                TICKS.get() - ticks,
                seconds,
                share,
                ManagementFactory.getThreadMXBean().getThreadCount() - threads);
        long with = heap();
        alarms.forEach(alarm -> alarm.cancel(false));
        timer.shutdownNow();
        alarms.clear();
        rollouts.clear();
        long without = heap();
        System.out.printf(
                "%.1f KiB of heap each (%d clusters kept)%n", (with - without) / 1024.0 / number, clusters.size());
        workers.shutdown();
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @SuppressWarnings("PMD.DoNotCallGarbageCollectionExplicitly")
    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static final class Waiting {
        private final String plan;
        private String state;
        private final MemoryCluster cluster;

        private Waiting(String plan, String state, MemoryCluster cluster) {
            this.plan = plan;
            this.state = state;
            this.cluster = cluster;
        }

        private synchronized void look() {
            Tick tick = Rollouts.RECONCILER.reconcile(
                    RolloutPlan.fromJson(plan), RolloutState.fromJson(state), cluster, Clock.systemUTC());
            state = tick.state().toJson();
            TICKS.incrementAndGet();
        }
    }
}
