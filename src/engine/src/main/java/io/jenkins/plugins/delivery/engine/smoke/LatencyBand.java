package io.jenkins.plugins.delivery.engine.smoke;

/**
 * How many answers took how long.
 *
 * @param from milliseconds, included
 * @param below milliseconds, not included
 * @param count of the answers
 */
public record LatencyBand(long from, long below, int count) {}
