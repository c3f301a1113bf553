package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Knows for how long nothing has happened, so that what only accompanies the run can become rarer. Thread-safe. */
public final class QuietTime {
    private static final Duration LIVELY = Duration.ofMinutes(5);

    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant last;

    public QuietTime(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Something happened. */
    public void disturb() {
        Instant before = last;
        last = clock.instant();
        if (before.plus(LIVELY).isBefore(last)) {
            listeners.forEach(Runnable::run);
        }
    }

    void onEnd(Runnable listener) {
        listeners.add(listener);
    }

    /** The usual pause, or a tenth of the quiet time when that has become long. */
    public Duration stretch(Duration usual, Duration longest) {
        Duration quiet = Duration.between(last, clock.instant()).minus(LIVELY);
        Duration stretched = quiet.dividedBy(10);
        if (stretched.compareTo(usual) < 0) {
            return usual;
        }
        return stretched.compareTo(longest) > 0 ? longest : stretched;
    }
}
