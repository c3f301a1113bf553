package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.approval.Refusal;
import io.jenkins.plugins.delivery.engine.approval.VoteResult;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;

/** Tells who voted what became of it: back to the page for a browser, JSON for everybody else. */
final class ApprovalResponses {
    private ApprovalResponses() {}

    static HttpResponse of(@CheckForNull StaplerRequest2 request, VoteResult result, ApprovalAction action) {
        boolean browser =
                request != null && String.valueOf(request.getHeader("Accept")).contains("text/html");
        if (result instanceof VoteResult.Refused refused) {
            int status = status(refused.refusal());
            return browser
                    ? HttpResponses.errorWithoutStack(status, refused.message())
                    : JsonResponse.status(
                            status,
                            Map.of(
                                    "accepted", false,
                                    "refusal", refused.refusal().name(),
                                    "message", refused.message()));
        }
        return browser
                ? HttpResponses.redirectToDot()
                : JsonResponse.ok(
                        Map.of("accepted", true, "approval", action.view().model()));
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case NOT_AN_APPROVER, SELF_APPROVAL -> 403;
            case ALREADY_DECIDED, DEADLINE_PASSED, ALREADY_VOTED, STALE_EVIDENCE -> 409;
            case REASON_MISSING, REASON_TOO_LONG, TICKET_MISSING -> 400;
        };
    }
}
