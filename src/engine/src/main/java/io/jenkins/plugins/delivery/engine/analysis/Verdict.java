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
 * @param stable value of the version before, if it was asked for and there was one
 * @param weight percent of traffic that the new version had
 * @param at when it was looked
 */
public record Verdict(
        String metric,
        Outcome outcome,
        String reason,
        @CheckForNull Double canary,
        @CheckForNull Double stable,
        int weight,
        Instant at) {

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
