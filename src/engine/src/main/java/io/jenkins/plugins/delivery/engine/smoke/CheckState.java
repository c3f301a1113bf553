package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a check is.
 *
 * @param greenSince since when every attempt passed, or null
 * @param failures attempts that failed since the last that passed
 * @param due when it is tried next; null once it is settled
 */
record CheckState(
        int attempts,
        int failures,
        @CheckForNull Instant greenSince,
        @CheckForNull Instant due,
        boolean passed,
        @CheckForNull Mismatch firstError,
        @CheckForNull Mismatch lastError,
        List<Long> millis,
        List<TimelineEntry> timeline)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TIMELINE = 40;
    private static final int MOST_LATENCIES = 1_000;
    private static final int GROWTH = 3;

    static CheckState dueAt(Instant start) {
        return new CheckState(0, 0, null, start, false, null, null, List.of(), List.of());
    }

    /** The state after an attempt. */
    CheckState after(Attempt attempt, Instant now, SmokeSuite suite) {
        Mismatch error = attempt.mismatch();
        return error == null ? afterPass(attempt, now, suite) : afterFailure(attempt, error, now, suite);
    }

    private CheckState afterPass(Attempt attempt, Instant now, SmokeSuite suite) {
        Instant green = greenSince == null ? now : greenSince;
        boolean settled = !now.isBefore(green.plus(suite.stableFor()));
        Instant next = settled ? null : earlier(now.plus(suite.interval()), green.plus(suite.stableFor()));
        return new CheckState(
                attempts + 1,
                0,
                green,
                next,
                settled,
                firstError,
                lastError,
                append(millis, attempt.millis(), MOST_LATENCIES),
                append(timeline, List.of(new TimelineEntry(now, true, "passed")), LONGEST_TIMELINE));
    }

    private CheckState afterFailure(Attempt attempt, Mismatch error, Instant now, SmokeSuite suite) {
        Duration pause = suite.interval().multipliedBy(1L << Math.min(GROWTH, failures));
        return new CheckState(
                attempts + 1,
                failures + 1,
                null,
                now.plus(pause),
                false,
                firstError == null ? error : firstError,
                error,
                append(millis, attempt.millis(), MOST_LATENCIES),
                append(timeline, List.of(new TimelineEntry(now, false, error.toString())), LONGEST_TIMELINE));
    }

    /** The state once the deadline has come: what has not passed has failed. */
    CheckState expired(Optional<Mismatch> unmet) {
        Mismatch error = unmet.orElse(lastError);
        if (unmet.isPresent()) {
            return new CheckState(attempts, failures, null, null, false, error, error, millis, timeline);
        }
        if (greenSince != null) {
            error = new Mismatch(
                    "to stay green until the deadline allows it to count", "green only since " + greenSince);
        } else if (error == null) {
            error = new Mismatch("an attempt before the deadline", "none was over in time");
        }
        return new CheckState(attempts, failures, null, null, false, firstError, error, millis, timeline);
    }

    /** The state of a check that has to be tried again although it passed. */
    CheckState again(Instant at) {
        return new CheckState(attempts, failures, null, at, false, firstError, lastError, millis, timeline);
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }

    private static <T> List<T> append(List<T> list, List<T> more, int most) {
        List<T> all = new ArrayList<>(list);
        all.addAll(more);
        return new ArrayList<>(all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
