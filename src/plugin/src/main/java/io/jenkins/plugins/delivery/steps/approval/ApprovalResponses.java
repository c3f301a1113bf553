package io.jenkins.plugins.delivery.steps.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.approval.Refusal;
import io.jenkins.plugins.delivery.engine.approval.VoteResult;
import io.jenkins.plugins.delivery.reports.FormAnswer;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;

/** What became of a vote. */
final class ApprovalResponses {
    private ApprovalResponses() {}

    static HttpResponse of(@CheckForNull StaplerRequest2 request, VoteResult result, ApprovalAction action) {
        if (result instanceof VoteResult.Refused refused) {
            return FormAnswer.refused(
                    request,
                    status(refused.refusal()),
                    refused.message(),
                    Map.of("refusal", refused.refusal().name()));
        }
        return FormAnswer.accepted(request, "approval", action.view().model());
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case NOT_AN_APPROVER, SELF_APPROVAL -> 403;
            case ALREADY_DECIDED, DEADLINE_PASSED, ALREADY_VOTED, STALE_EVIDENCE -> 409;
            case REASON_MISSING, REASON_TOO_LONG, TICKET_MISSING -> 400;
        };
    }
}
