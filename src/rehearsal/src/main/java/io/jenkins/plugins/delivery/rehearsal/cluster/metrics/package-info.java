/**
 * A small Prometheus: time series scraped in virtual time, the part of PromQL that rollouts ask, and the query API.
 *
 * <p>From outside: {@link io.jenkins.plugins.delivery.rehearsal.cluster.metrics.MetricsServer}.
 */
package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;
