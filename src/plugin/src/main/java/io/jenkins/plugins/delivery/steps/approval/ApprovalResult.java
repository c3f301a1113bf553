package io.jenkins.plugins.delivery.steps.approval;

import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.Choice;
import io.jenkins.plugins.delivery.engine.approval.Decision;
import io.jenkins.plugins.delivery.engine.approval.Outcome;
import io.jenkins.plugins.delivery.engine.approval.Vote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A decision as a Jenkinsfile sees it: maps, lists and texts, which may be kept in variables across steps. */
final class ApprovalResult {
    private ApprovalResult() {}

    static Map<String, Object> of(String id, Approval approval) {
        Decision decision = approval.decision();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", id);
        result.put("approved", decision.outcome() == Outcome.APPROVED);
        result.put("outcome", decision.outcome().name());
        result.put("environment", approval.request().environment());
        result.put("approvers", approvers(approval.votes()));
        result.put("votes", votes(approval.votes()));
        result.put("summary", decision.summary());
        result.put("decidedAt", decision.at().toString());
        result.put("evidenceDigest", decision.evidenceDigest());
        return result;
    }

    private static List<String> approvers(List<Vote> votes) {
        List<String> ids = new ArrayList<>();
        for (Vote vote : votes) {
            if (vote.choice() == Choice.APPROVE) {
                ids.add(vote.voter().id());
            }
        }
        return ids;
    }

    static List<Map<String, Object>> votes(List<Vote> votes) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (Vote vote : votes) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("user", vote.voter().id());
            map.put("name", vote.voter().name());
            map.put("choice", vote.choice().name());
            map.put("reason", vote.reason());
            map.put("at", vote.at().toString());
            maps.add(map);
        }
        return maps;
    }
}
