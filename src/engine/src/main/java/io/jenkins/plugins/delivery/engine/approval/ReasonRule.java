package io.jenkins.plugins.delivery.engine.approval;

/** Whether a vote needs a reason. Ordered from lax to strict. */
public enum ReasonRule {
    OPTIONAL,
    REQUIRED;

    ReasonRule stricter(ReasonRule other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
