package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Asks the provider of one metric about both sides, at one look. */
final class Questions {
    /** Prometheus answers 11,000 points of a series at most. */
    private static final int MOST_POINTS = 10_000;

    final MetricSpec spec;
    final Subject subject;
    final Instant at;
    private final MetricProvider provider;

    Questions(MetricSpec spec, Subject subject, Instant at, MetricProvider provider) {
        this.spec = spec;
        this.subject = subject;
        this.at = at;
        this.provider = provider;
    }

    CompletableFuture<Measurement> canary(@CheckForNull String query) {
        return value(query, subject.canary(), at);
    }

    CompletableFuture<Measurement> control(@CheckForNull String query) {
        return value(query, subject.control(), controlAt());
    }

    CompletableFuture<Measurement> canaryRange(String query) {
        return range(query, subject.canary(), begin(), at);
    }

    CompletableFuture<Measurement> controlRange(String query) {
        Instant to = controlAt();
        boolean before = !to.isAfter(begin());
        return range(query, subject.control(), before ? to.minus(Duration.between(begin(), at)) : begin(), to);
    }

    CompletableFuture<Measurement> alerts() {
        return safe(() -> provider.alerts(subject.fill(spec.query(), subject.canary(), window()), at));
    }

    /** When the other side last had traffic to be compared with. */
    Instant controlAt() {
        Instant last = subject.sharedUntil();
        return last == null ? at : last;
    }

    /** When the new version's numbers begin to count. */
    Instant begin() {
        Instant since = subject.since() == null ? at.minus(subject.window()) : subject.since();
        return since.plus(spec.warmUp());
    }

    private CompletableFuture<Measurement> value(@CheckForNull String query, Side side, Instant when) {
        if (query == null) {
            return CompletableFuture.completedFuture(null);
        }
        return safe(() -> provider.measure(subject.fill(query, side, window()), when))
                .thenApply(spec.series()::of);
    }

    private CompletableFuture<Measurement> range(String query, Side side, Instant begin, Instant to) {
        Duration step = spec.statistics().step();
        TimeRange range = new TimeRange(from(begin, to, step).plus(step), to, step);
        if (range.isEmpty()) {
            return CompletableFuture.completedFuture(new Measurement.Missing("no data yet"));
        }
        return safe(() -> provider.range(subject.fill(query, side, step), range));
    }

    /** On the grid of steps that begins with the first traffic, so that a later look sees the same points again. */
    private Instant from(Instant begin, Instant to, Duration step) {
        Duration longest = spec.lookback() == null ? step.multipliedBy(MOST_POINTS) : spec.lookback();
        Duration length = Duration.between(begin, to);
        if (length.compareTo(longest) <= 0) {
            return begin;
        }
        long skipped = length.minus(longest).dividedBy(step);
        return begin.plus(step.multipliedBy(skipped));
    }

    private Duration window() {
        return spec.lookback() == null ? subject.window() : spec.lookback();
    }

    private static CompletableFuture<Measurement> safe(
            java.util.function.Supplier<CompletableFuture<Measurement>> ask) {
        try {
            return ask.get().exceptionally(e -> new Failed(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(new Failed(String.valueOf(e.getMessage())));
        }
    }
}
