/**
 * The Pipeline steps, one class each, and where they take time from.
 *
 * <p>May be used from outside: {@link io.jenkins.plugins.delivery.steps.DeliveryClock}.
 */
package io.jenkins.plugins.delivery.steps;
