package io.jenkins.plugins.delivery.harness;

import hudson.Extension;
import io.jenkins.plugins.delivery.steps.ControllerClock;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/**
 * The clock of the controller, until it is held: from then on no step gets another turn, and what would have been one is
 * lost, as it is with a controller that dies. So a restart comes in the middle of each step, however fast it is.
 */
@Extension(ordinal = 1000)
public final class HeldClock extends DeliveryClock {
    private static volatile boolean held;

    private final DeliveryClock real = new ControllerClock();

    static void hold() {
        held = true;
    }

    static void release() {
        held = false;
    }

    @Override
    public Clock clock() {
        return real.clock();
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return real.schedule(delay, unlessHeld(task));
    }

    @Override
    public Executor io() {
        return task -> {
            if (!held) {
                real.io().execute(unlessHeld(task));
            }
        };
    }

    private static Runnable unlessHeld(Runnable task) {
        return () -> {
            if (!held) {
                task.run();
            }
        };
    }
}
