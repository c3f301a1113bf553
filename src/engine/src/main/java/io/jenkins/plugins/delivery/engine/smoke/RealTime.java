package io.jenkins.plugins.delivery.engine.smoke;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Time as it passes here, counted from a moment that another machine names: two machines need not agree on what time it is. */
public final class RealTime implements SmokeRunner.Scheduler {
    private final Instant base;
    private final long start = System.nanoTime();

    /** @param base what time it is now */
    public RealTime(Instant base) {
        this.base = base;
    }

    @Override
    public Instant now() {
        return base.plusNanos(System.nanoTime() - start);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS).execute(task);
    }

    @Override
    public void whenDone(CompletionStage<?> elsewhere, Runnable task) {
        elsewhere.whenCompleteAsync((result, problem) -> task.run());
    }
}
