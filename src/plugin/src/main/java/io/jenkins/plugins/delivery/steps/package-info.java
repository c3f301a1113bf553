/**
 * What every Pipeline step of ours stands on: arguments and their errors, turns in the background and the clock that they take time from,
 * files of the workspace, news to people. The steps are in packages of their own below: {@code approval}, {@code scan}, {@code smoke}
 * and {@code rollout}; builds on disk name their classes, so these keep their names.
 *
 * <p>May be used from outside: {@link io.jenkins.plugins.delivery.steps.DeliveryClock}, and by steps in packages of their own
 * what is public and abstract here.
 */
package io.jenkins.plugins.delivery.steps;
