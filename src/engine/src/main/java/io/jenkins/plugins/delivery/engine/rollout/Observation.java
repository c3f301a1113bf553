package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How watching the metrics stands.
 *
 * @param nextLook when to look again; null before the first look of a step
 * @param unclearSince since when no look gave an answer
 * @param errorsInRow looks in a row that the provider did not answer
 * @param failures failed looks of each metric in the whole rollout
 */
public record Observation(
        @CheckForNull Instant nextLook,
        @CheckForNull Instant unclearSince,
        int errorsInRow,
        Map<String, Integer> failures) {
    static final Observation NONE = new Observation(null, null, 0, Map.of());

    public Observation {
        failures = Map.copyOf(failures);
    }

    Observation nextStep() {
        return new Observation(null, null, 0, failures);
    }

    Observation at(Instant next) {
        return new Observation(next, unclearSince, errorsInRow, failures);
    }

    Observation clear(Instant next) {
        return new Observation(next, null, 0, failures);
    }

    Observation unclear(Instant since, int errors, Instant next) {
        return new Observation(next, since, errors, failures);
    }

    Observation failed(String metric) {
        Map<String, Integer> counted = new HashMap<>(failures);
        counted.merge(metric, 1, Integer::sum);
        return new Observation(nextLook, unclearSince, errorsInRow, counted);
    }
}
