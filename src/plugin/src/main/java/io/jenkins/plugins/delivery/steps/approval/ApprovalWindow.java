package io.jenkins.plugins.delivery.steps.approval;

import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.calendar.DeploymentCalendar;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When an approval takes effect.
 *
 * @param windows of its step, as people wrote them
 */
record ApprovalWindow(Approval approval, List<String> windows) {
    /** Seen from now: at once, or when it is open again; empty if that is not in sight. */
    Optional<Instant> effective() {
        if (approval.isOverridden()) {
            return Optional.of(now());
        }
        return isEnvironmentGone() ? Optional.empty() : calendar().nextOpening(now());
    }

    /** Why it could not take effect now, for people. */
    Optional<String> closedBecause() {
        if (approval.isOverridden()) {
            return Optional.empty();
        }
        return isEnvironmentGone()
                ? Optional.of("the environment '" + approval.request().environment()
                        + "' is gone from the settings, and so are the freezes that name it; add it there again, or stop"
                        + " this build and start one that names an environment which is there")
                : calendar().closedBecause(now());
    }

    /** Where the change would go cannot be told any more, nor whether that is frozen. */
    private boolean isEnvironmentGone() {
        String environment = approval.request().environment();
        return environment != null
                && DeliveryConfiguration.get().getEnvironments().stream()
                        .noneMatch(one -> one.getName().equals(environment));
    }

    private DeploymentCalendar calendar() {
        return DeliveryConfiguration.get().calendar(approval.request().environment(), windows);
    }

    private static Instant now() {
        return DeliveryClock.get().clock().instant();
    }
}
