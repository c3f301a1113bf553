package io.jenkins.plugins.delivery.engine.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One metric that a rollout is judged by. A field that older JSON lacks has a default, which the constructor puts in for
 * null.
 *
 * @param name how people call it, unique within a rollout
 * @param provider name of the configured metric provider
 * @param query with the placeholders of {@link Subject}; of alerts, their matchers
 * @param samplesQuery how many samples stand behind the answer in the window, if that can be asked
 * @param zeroWhenEmpty an empty answer means zero if there are samples: no error was counted among them
 * @param min smallest good value, in the metric's unit; of a score, the one below which it fails
 * @param max largest good value; of a score, the one from which it passes
 * @param maxIncrease largest good increase over what it is compared with, as a fraction (0.2 is 20 %)
 * @param critical the first failed measurement ends the rollout
 * @param failures how many failed measurements are forgiven in the whole rollout
 * @param minSamples fewer samples than that tell nothing
 * @param onNoData what to do when there is nothing to judge
 * @param maxDecrease largest good decrease, as a fraction
 * @param judge how it is judged
 * @param comparedWith what it is compared with
 * @param releases how many of the last good releases it is compared with
 * @param statistics how a statistical judge works
 * @param counting what the sequential judge counts; null for others
 * @param series what several series become
 * @param unit how its numbers are written
 * @param share its share in the score; null where there is none
 * @param warmUp how long after the first traffic it is not judged
 * @param lookback how far an answer looks back; null for the window of the rollout, or for all since the first traffic
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
        OnNoData onNoData,
        @CheckForNull Double maxDecrease,
        JudgeKind judge,
        ComparedWith comparedWith,
        int releases,
        Statistics statistics,
        @CheckForNull Counting counting,
        Aggregation series,
        Unit unit,
        @CheckForNull Share share,
        Duration warmUp,
        @CheckForNull Duration lookback) {
    public MetricSpec {
        judge = judge == null ? JudgeKind.THRESHOLD : judge;
        comparedWith = comparedWith == null ? ComparedWith.STABLE : comparedWith;
        statistics = statistics == null ? Statistics.DEFAULT : statistics;
        series = series == null ? Aggregation.NONE : series;
        unit = unit == null ? Unit.NUMBER : unit;
        warmUp = warmUp == null ? Duration.ZERO : warmUp;
    }

    /** What to do when there is nothing to judge. */
    public enum OnNoData {
        /** Keep the weight and ask again, up to the limit of the rollout. */
        HOLD,
        /** Go back to stable at once. */
        ROLLBACK
    }

    /** Whether it only counts in the score, and does not decide by itself. */
    @JsonIgnore
    boolean advisory() {
        return share != null && !critical;
    }

    /** Whether a value of the version before is needed for the judgement. */
    @JsonIgnore
    boolean relative() {
        return maxIncrease != null || maxDecrease != null;
    }

    /** Whether the judgement needs values of good releases of the past. */
    @JsonIgnore
    public boolean remembers() {
        return relative() && comparedWith == ComparedWith.RELEASES;
    }

    /** All queries that may be asked. */
    @JsonIgnore
    List<String> queries() {
        Counting counted = counting;
        return Stream.of(
                        query,
                        samplesQuery,
                        counted == null ? null : counted.events(),
                        counted == null ? null : counted.buckets())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** How long after the first traffic there can be enough points to judge; zero where points are not counted. */
    @JsonIgnore
    public Duration earliest() {
        return judge == JudgeKind.MANN_WHITNEY ? warmUp.plus(statistics.step().multipliedBy(minSamples)) : warmUp;
    }
}
