/**
 * What the steps leave on a build: run actions, their pages, and the JSON behind them.
 *
 * <p>{@link io.jenkins.plugins.delivery.reports.DeliveryReport} is the base of them all. A step extends it with a
 * name and an icon, publishes a verdict, a sentence and figures with a model, and adds a {@code details.jelly} of its
 * own where the model deserves more than the common page.
 */
package io.jenkins.plugins.delivery.reports;
