package io.jenkins.plugins.delivery.engine.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the newest number is too old to say anything about now: older than two steps and a minute. */
final class Lateness {
    private static final Duration GRACE = Duration.ofMinutes(1);

    private Lateness() {}

    static Optional<String> of(MetricSpec spec, Instant newest, Instant expected, String whose) {
        Duration allowed = spec.statistics().step().multipliedBy(2).plus(GRACE);
        Duration age = Duration.between(newest, expected);
        return age.compareTo(allowed) > 0
                ? Optional.of("the newest data of " + whose + " is " + age.toSeconds() + " s old")
                : Optional.empty();
    }
}
