/**
 * Figures for Prometheus, and its text format. Whoever counts makes {@link
 * io.jenkins.plugins.delivery.engine.exposition.MetricFamily families}; how they get to Prometheus is for others to say.
 */
package io.jenkins.plugins.delivery.engine.exposition;
