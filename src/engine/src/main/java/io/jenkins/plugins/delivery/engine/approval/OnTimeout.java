package io.jenkins.plugins.delivery.engine.approval;

/** What silence until the deadline means. It never means yes. */
public enum OnTimeout {
    /** The gate is rejected. */
    REJECT,
    /** The gate returns, saying that it is not approved, and the pipeline goes on from there. */
    RETURN;

    OnTimeout stricter(OnTimeout other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
