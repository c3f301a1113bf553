package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/**
 * What one look at one metric says.
 *
 * @param metric name of the metric
 * @param outcome the judgement
 * @param reason in words and numbers, for people
 * @param canary value of the new version, if there was one
 * @param stable value of the version that it is compared with, if it was asked for and there was one
 * @param weight percent of traffic that the new version had
 * @param at when it was looked
 * @param evidence the numbers behind the reason, as far as the judge has any
 * @param advisory it counts in the score, and decides nothing by itself
 */
public record Verdict(
        String metric,
        Outcome outcome,
        String reason,
        @CheckForNull Double canary,
        @CheckForNull Double stable,
        int weight,
        Instant at,
        @CheckForNull Evidence evidence,
        boolean advisory) {

    /** A verdict that decides, of a judge without further numbers. */
    public Verdict(
            String metric,
            Outcome outcome,
            String reason,
            @CheckForNull Double canary,
            @CheckForNull Double stable,
            int weight,
            Instant at) {
        this(metric, outcome, reason, canary, stable, weight, at, null, false);
    }

    /** The judgements, from good to bad. */
    public enum Outcome {
        PASS,
        /** There was nothing to judge, or too little. */
        INCONCLUSIVE,
        /** The provider did not answer. */
        ERROR,
        FAIL
    }
}
