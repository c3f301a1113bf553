package io.jenkins.plugins.delivery.steps.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.User;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.approval.ApprovalLedger;
import io.jenkins.plugins.delivery.engine.approval.Ballot;
import io.jenkins.plugins.delivery.engine.approval.Choice;
import io.jenkins.plugins.delivery.engine.approval.Refusal;
import io.jenkins.plugins.delivery.engine.approval.VoteResult;
import io.jenkins.plugins.delivery.engine.approval.Voter;
import java.util.function.Function;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.springframework.security.core.Authentication;

/** Votes on an approval, and overrides of its windows, by somebody who is logged in. */
record ApprovalVoting(ApprovalAction action) {
    HttpResponse answer(StaplerRequest2 request, Choice choice, String reason, String evidence) {
        User user = User.current();
        VoteResult result = user == null
                ? anonymous()
                : cast(user, Jenkins.getAuthentication2(), choice, reason, evidence, from(request));
        return ApprovalResponses.of(request, result, action);
    }

    HttpResponse requestOverride(StaplerRequest2 request, String reason) {
        return step(
                request,
                voter -> (now, approval) -> approval.requestOverride(voter, Util.fixNull(reason), from(request), now));
    }

    HttpResponse confirmOverride(StaplerRequest2 request) {
        return step(request, voter -> (now, approval) -> approval.confirmOverride(voter, from(request), now));
    }

    private HttpResponse step(StaplerRequest2 request, Function<Voter, ApprovalLedger.Attempt> attempt) {
        User user = User.current();
        VoteResult result = user == null
                ? anonymous()
                : told(action.ledger().attempt(attempt.apply(Voters.of(user, Jenkins.getAuthentication2()))));
        return ApprovalResponses.of(request, result, action);
    }

    private static VoteResult anonymous() {
        return new VoteResult.Refused(Refusal.NOT_AN_APPROVER, "Log in to answer.");
    }

    private static String from(@CheckForNull StaplerRequest2 request) {
        return request == null ? "" : Util.fixNull(request.getRemoteAddr());
    }

    /** @param evidence as it was shown; null where it was not */
    VoteResult cast(
            User user,
            Authentication authentication,
            Choice choice,
            String reason,
            @CheckForNull String evidence,
            String from) {
        if (!action.getRun().getACL().hasPermission2(authentication, DeliveryPermissions.APPROVE)) {
            return new VoteResult.Refused(
                    Refusal.NOT_AN_APPROVER, user.getFullName() + " lacks the permission Delivery/Approve.");
        }
        Voter voter = Voters.of(user, authentication);
        action.voidStaleVotes();
        return told(action.ledger().cast(new Ballot(voter, choice, reason, Util.fixEmptyAndTrim(evidence), from)));
    }

    private VoteResult told(VoteResult result) {
        if (result instanceof VoteResult.Accepted) {
            ApprovalListener.fireChanged(action);
        }
        return result;
    }
}
