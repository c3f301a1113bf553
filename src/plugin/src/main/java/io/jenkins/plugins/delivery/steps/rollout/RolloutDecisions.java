package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import org.kohsuke.stapler.StaplerRequest2;

/** Decisions about a rollout as they are made. */
final class RolloutDecisions {
    private static final int LONGEST_REASON = 4000;

    private RolloutDecisions() {}

    /** What the person of this request decides now. */
    static RolloutDecision now(
            @CheckForNull StaplerRequest2 request, RolloutDecision.Kind kind, @CheckForNull String reason) {
        User user = User.current();
        String who = user == null ? "anonymous" : user.getFullName() + " (" + user.getId() + ")";
        String from = request == null ? "" : request.getRemoteAddr();
        return new RolloutDecision(kind, who, DeliveryClock.get().clock().instant(), reason, from);
    }

    static boolean tooLong(@CheckForNull String reason) {
        return reason != null && reason.length() > LONGEST_REASON;
    }
}
