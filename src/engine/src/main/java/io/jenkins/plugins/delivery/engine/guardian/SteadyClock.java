package io.jenkins.plugins.delivery.engine.guardian;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** The time of day when the program began, and from then on the time that passed: a clock that is set makes no jump. */
final class SteadyClock extends Clock {
    private final Instant begin;
    private final LongSupplier nanos;
    private final long first;

    SteadyClock(Clock wall, LongSupplier nanos) {
        this.begin = wall.instant();
        this.nanos = nanos;
        this.first = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return begin.plusNanos(nanos.getAsLong() - first);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
