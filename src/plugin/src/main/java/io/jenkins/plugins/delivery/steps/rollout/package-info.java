/**
 * The steps {@code rollingDeploy}, {@code canaryPromote}, {@code blueGreenDeploy} and {@code rollbackDeploy}: the release that they roll out, what
 * schedules the turns of the reconciler and keeps its state, what people decide meanwhile, and what is told of its end. Here are also the pages
 * and figures across rollouts.
 *
 * <p>May be used from outside: the report of a rollout, {@link io.jenkins.plugins.delivery.steps.rollout.RolloutAction}, the providers of
 * metrics, and the figures.
 */
package io.jenkins.plugins.delivery.steps.rollout;
