package io.jenkins.plugins.delivery.engine.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question that people decide: shall this go on?
 *
 * @param id identifies the request within its build
 * @param message what people are asked
 * @param environment where the change goes, if the request names it
 * @param causers canonical ids of everybody who caused the build: starter, author, replayer, upstream
 * @param policy what it takes
 * @param evidence what approvers are shown
 * @param opened when it was asked
 * @param deadline when silence becomes an answer
 * @param onTimeout which answer that is
 */
public record ApprovalRequest(
        String id,
        String message,
        @CheckForNull String environment,
        Set<String> causers,
        ApprovalPolicy policy,
        List<Evidence> evidence,
        Instant opened,
        Instant deadline,
        OnTimeout onTimeout) {
    public ApprovalRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(message, "message");
        causers = Collections.unmodifiableSet(new TreeSet<>(causers));
        evidence = List.copyOf(evidence);
        if (!deadline.isAfter(opened)) {
            throw new IllegalArgumentException("timeout: the deadline " + deadline + " is not after " + opened + ".");
        }
        policy.checkPossibleWithout(causers);
    }

    /** What a decision on this evidence is bound to. */
    public String evidenceDigest() {
        return Evidence.digestOf(evidence);
    }
}
