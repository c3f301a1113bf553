package io.jenkins.plugins.delivery.steps.smoke;

import io.jenkins.plugins.delivery.engine.smoke.SmokeRunner;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** The time of this controller's steps for a smoke test. */
final class DeliveryTime implements SmokeRunner.Scheduler {
    private final DeliveryClock clock;

    DeliveryTime(DeliveryClock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.clock().instant();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        clock.schedule(delay, task);
    }

    @Override
    public void whenDone(CompletionStage<?> elsewhere, Runnable task) {
        clock.whenDone(elsewhere, task);
    }
}
