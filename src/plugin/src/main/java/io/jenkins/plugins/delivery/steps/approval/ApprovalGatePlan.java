package io.jenkins.plugins.delivery.steps.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.approval.ApprovalPolicy;
import io.jenkins.plugins.delivery.engine.approval.OnTimeout;
import io.jenkins.plugins.delivery.engine.approval.calendar.DeploymentCalendar;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    private static final int LONGEST_MESSAGE = 4_000;

    ApprovalGatePlan {
        evidence = List.copyOf(evidence);
        requiredEvidence = List.copyOf(requiredEvidence);
        windows = List.copyOf(windows);
    }

    /**
     * Checks all arguments before anybody is asked anything.
     *
     * @throws ArgumentException naming the one that cannot be used
     */
    static ApprovalGatePlan of(ApprovalGateStep step) {
        String environment = step.getEnvironment();
        EnvironmentSettings target =
                environment == null ? null : DeliveryConfiguration.get().environment(environment);
        String message = step.getMessage();
        if (message != null && message.length() > LONGEST_MESSAGE) {
            throw new ArgumentException(
                    "message",
                    "it has " + message.length() + " characters, at most " + LONGEST_MESSAGE + " are allowed");
        }
        ApprovalPolicy policy =
                target == null ? step.policy() : target.approvalPolicy().and(step.policy());
        KnownApprovers.check(policy);
        return new ApprovalGatePlan(
                environment,
                message == null ? question(environment) : message,
                policy,
                deadlineAfter(step.getTimeout()),
                step.getOnTimeout(),
                step.getEvidence(),
                target == null ? List.of() : target.getRequiredEvidence(),
                windows(step, target),
                step.getArtifact(),
                remindAfter(step.getReminder()));
    }

    /** In whole seconds, as people read it, and none too early. */
    Instant deadline(Instant asked) {
        return asked.plus(timeout).plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String question(@CheckForNull String environment) {
        return environment == null ? Messages.ApprovalGateStep_goOn() : Messages.ApprovalGateStep_deployTo(environment);
    }

    private static Duration deadlineAfter(String timeout) {
        Duration after = Durations.parse("timeout", timeout);
        if (after.isZero() || after.compareTo(Duration.ofDays(365)) > 0) {
            throw new ArgumentException("timeout", "'" + timeout + "' is not between 1s and 365d");
        }
        return after;
    }

    /** Those of the settings and of the Jenkinsfile, if they are ever open at the same time. */
    private static List<String> windows(ApprovalGateStep step, @CheckForNull EnvironmentSettings target) {
        List<String> windows = new ArrayList<>();
        if (target != null && target.getWindow() != null) {
            windows.add(target.getWindow());
        }
        if (step.getWindow() != null) {
            windows.add(step.getWindow());
        }
        Instant now = DeliveryClock.get().clock().instant();
        DeploymentCalendar calendar = DeliveryConfiguration.get().calendar(step.getEnvironment(), windows);
        if (calendar.nextOpening(now).isEmpty()) {
            String problem = windows.size() == 1 ? " never opens" : " are never open together";
            throw new ArgumentException("window", String.join(" and ", windows) + problem);
        }
        return windows;
    }

    @CheckForNull
    private static Duration remindAfter(@CheckForNull String reminder) {
        if (reminder == null) {
            return null;
        }
        Duration after = Durations.parse("reminder", reminder);
        if (after.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new ArgumentException("reminder", "'" + reminder + "' is less than a minute");
        }
        return after;
    }
}
