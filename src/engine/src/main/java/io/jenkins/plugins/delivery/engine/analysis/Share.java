package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A metric's share in the score.
 *
 * @param group metrics of one group count as many as one
 * @param weight of the whole group, percent; null for an equal share of what the other groups leave
 */
public record Share(String group, @CheckForNull Double weight) {}
