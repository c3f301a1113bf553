package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * One metric that a rollout is judged by.
 *
 * @param name how people call it, unique within a rollout
 * @param provider name of the configured metric provider
 * @param query with the placeholders {@code {{namespace}}}, {@code {{app}}}, {@code {{pods}}} and {@code {{window}}}
 * @param samplesQuery how many samples stand behind the answer in the window, if that can be asked
 * @param zeroWhenEmpty an empty answer means zero if there are samples: no error was counted among them
 * @param min smallest good value, in the metric's unit
 * @param max largest good value
 * @param maxIncrease largest good increase over the stable version, as a fraction (0.2 is 20 %)
 * @param critical the first failed measurement ends the rollout
 * @param failures how many failed measurements are forgiven in the whole rollout
 * @param minSamples fewer samples than that tell nothing
 * @param onNoData what to do when there is nothing to judge
 */
public record MetricSpec(
        String name,
        String provider,
        String query,
        @CheckForNull String samplesQuery,
        boolean zeroWhenEmpty,
        @CheckForNull Double min,
        @CheckForNull Double max,
        @CheckForNull Double maxIncrease,
        boolean critical,
        int failures,
        int minSamples,
        OnNoData onNoData) {

    /** What to do when there is nothing to judge. */
    public enum OnNoData {
        /** Keep the weight and ask again, up to the limit of the rollout. */
        HOLD,
        /** Go back to stable at once. */
        ROLLBACK
    }

    /** Whether the stable version's value is needed for the judgement. */
    boolean relative() {
        return maxIncrease != null;
    }
}
