package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;

/** Decisions about a rollout as they are made, and as answers to who made them. */
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

    static HttpResponse accepted(@CheckForNull StaplerRequest2 request, Object decision) {
        return isBrowser(request)
                ? HttpResponses.redirectToDot()
                : JsonResponse.ok(Map.of("accepted", true, "decision", decision));
    }

    static HttpResponse refused(@CheckForNull StaplerRequest2 request, int status, String why) {
        return isBrowser(request)
                ? HttpResponses.errorWithoutStack(status, why)
                : JsonResponse.status(status, Map.of("accepted", false, "message", why));
    }

    private static boolean isBrowser(@CheckForNull StaplerRequest2 request) {
        return request != null && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
