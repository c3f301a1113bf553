package io.jenkins.plugins.delivery.engine.approval;

/** What a vote says. */
public enum Choice {
    APPROVE,
    REJECT
}
