/**
 * The Pipeline steps, one class each, and where they take time from.
 *
 * <p>May be used from outside: {@link io.jenkins.plugins.delivery.steps.DeliveryClock}, and by steps in packages of their own
 * what is public and abstract here.
 */
package io.jenkins.plugins.delivery.steps;
