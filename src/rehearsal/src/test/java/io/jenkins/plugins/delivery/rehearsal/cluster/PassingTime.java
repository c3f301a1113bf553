package io.jenkins.plugins.delivery.rehearsal.cluster;

import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Virtual time that goes on only when a test says so: it stands still while the test looks. */
final class PassingTime {
    private final VirtualClock clock;
    private volatile Busy looking;

    PassingTime(VirtualClock clock) {
        this.clock = clock;
        this.looking = clock.busy("test");
    }

    void pass(Duration duration) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        Busy before = looking;
        clock.schedule(duration, () -> {
            looking = clock.busy("test");
            passed.countDown();
        });
        before.close();
        if (!passed.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("virtual time stands still, busy with " + clock.busyWith());
        }
    }
}
