/**
 * The guardian: a small program in the cluster that watches one rollout's lease, and restores the version before when
 * nobody has renewed it for too long.
 *
 * <p>{@link io.jenkins.plugins.delivery.engine.guardian.Guardian} is its main class; the rollout starts it as a Job.
 * Nothing here is for use from outside.
 */
package io.jenkins.plugins.delivery.engine.guardian;
