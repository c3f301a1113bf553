package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.approval.ApprovalPolicy;
import io.jenkins.plugins.delivery.engine.approval.OnTimeout;
import java.time.Duration;
import java.util.List;

/**
 * The checked arguments of a gate.
 *
 * @param evidence kinds or URL names of reports that approvers are shown; empty means all that are finished
 * @param requiredEvidence kinds of reports that the environment demands
 * @param windows that all have to be open when the decision takes effect
 * @param artifact what is approved, as it is deployed; null where that is not said
 * @param reminder how often people are reminded while nothing is decided; null for never
 */
record ApprovalGatePlan(
        @CheckForNull String environment,
        String message,
        ApprovalPolicy policy,
        Duration timeout,
        OnTimeout onTimeout,
        List<String> evidence,
        List<String> requiredEvidence,
        List<String> windows,
        @CheckForNull String artifact,
        @CheckForNull Duration reminder) {
    ApprovalGatePlan {
        evidence = List.copyOf(evidence);
        requiredEvidence = List.copyOf(requiredEvidence);
        windows = List.copyOf(windows);
    }
}
