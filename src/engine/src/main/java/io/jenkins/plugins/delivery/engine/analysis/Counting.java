package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * What the sequential judge counts: bad events of all trials, or trials by the bound that they stayed below.
 *
 * @param events query of bad events in a window
 * @param buckets query of trials by {@code le}, cumulated, in a window
 * @param quantile that a latency is about, 0 to 1
 * @param perSecond units of a bound in a second
 */
public record Counting(
        @CheckForNull String events, @CheckForNull String buckets, double quantile, int perSecond) {}
