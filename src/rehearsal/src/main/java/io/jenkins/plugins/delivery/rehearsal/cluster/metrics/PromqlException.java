package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

/** A query that is not PromQL, or PromQL that is not offered here. */
final class PromqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PromqlException(String message) {
        super(message);
    }
}
