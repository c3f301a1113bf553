package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

/**
 * Where a pod offers its metrics.
 *
 * @param port on the loopback interface of this machine
 * @param path such as {@code /metrics}
 */
public record ScrapeTarget(String namespace, String pod, int port, String path) {}
