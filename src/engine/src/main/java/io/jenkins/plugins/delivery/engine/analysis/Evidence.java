package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The numbers behind a verdict; null where a judge has none of the kind.
 *
 * @param judge who judged
 * @param limit the value that would just have been good
 * @param samples how many stand behind the value of the new version: requests, or points of Mann-Whitney
 * @param controlSamples the same of what it is compared with
 * @param lower of the interval of the shift between both, in the metric's unit
 * @param upper of that interval
 * @param pValue of both being alike, two-sided
 * @param eValue of the new version being worse than allowed: ever above {@code eLimit} with probability 1 − confidence
 *     at most
 * @param eLimit from which on it is worse
 * @param effect how large the difference is: a ratio of means, or a probability
 */
public record Evidence(
        JudgeKind judge,
        @CheckForNull Double limit,
        @CheckForNull Double samples,
        @CheckForNull Double controlSamples,
        @CheckForNull Double lower,
        @CheckForNull Double upper,
        @CheckForNull Double pValue,
        @CheckForNull Double eValue,
        @CheckForNull Double eLimit,
        @CheckForNull Double effect) {

    static Evidence threshold(
            @CheckForNull Double limit, @CheckForNull Double samples, @CheckForNull Double controlSamples) {
        return new Evidence(JudgeKind.THRESHOLD, limit, samples, controlSamples, null, null, null, null, null, null);
    }
}
