package io.jenkins.plugins.delivery.steps.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.ApprovalPolicy;
import io.jenkins.plugins.delivery.engine.approval.ApprovalRequest;
import io.jenkins.plugins.delivery.engine.approval.ApproverRule;
import io.jenkins.plugins.delivery.engine.approval.Approvers;
import io.jenkins.plugins.delivery.engine.approval.Evidence;
import io.jenkins.plugins.delivery.engine.approval.Override;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An approval as pages and JSON show it.
 *
 * @param headline verdict in a sentence
 * @param figures what explains it further
 * @param model everything, as JSON
 */
public record ApprovalView(String headline, List<String> figures, Map<String, Object> model) {
    static ApprovalView of(Approval approval) {
        return new ApprovalView(headline(approval), figures(approval), model(approval));
    }

    public String getHeadline() {
        return headline;
    }

    public Map<String, Object> getModel() {
        return model;
    }

    private static String headline(Approval approval) {
        return approval.isOpen()
                ? Messages.ApprovalAction_waiting(String.join("; ", approval.missing()))
                : approval.decision().summary();
    }

    private static List<String> figures(Approval approval) {
        List<String> figures = new ArrayList<>();
        figures.add(Messages.ApprovalAction_votes(approval.votes().size()));
        if (approval.isOpen()) {
            figures.add(
                    Messages.ApprovalAction_until(approval.request().deadline().toString()));
        }
        return figures;
    }

    private static Map<String, Object> model(Approval approval) {
        ApprovalRequest request = approval.request();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("message", request.message());
        model.put("environment", request.environment());
        model.put("open", approval.isOpen());
        model.put("openedAt", request.opened().toString());
        model.put("deadline", request.deadline().toString());
        model.put("onTimeout", request.onTimeout().name());
        model.put("approvers", approvers(request.policy()));
        model.put("quorum", request.policy().quorum());
        model.put("selfApproval", request.policy().selfApproval());
        model.put("reason", request.policy().reason().name());
        model.put("tickets", request.policy().tickets());
        model.put("causers", List.copyOf(request.causers()));
        model.put("missing", approval.missing());
        model.put("votes", ApprovalResult.votes(approval.votes()));
        model.put("evidence", evidence(request.evidence()));
        model.put("evidenceDigest", request.evidenceDigest());
        model.put("override", override(approval.override()));
        model.put("decision", approval.isOpen() ? null : ApprovalResult.of(request.id(), approval));
        return model;
    }

    @CheckForNull
    private static Map<String, Object> override(@CheckForNull Override override) {
        if (override == null) {
            return null;
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("words", override.words());
        model.put("reason", override.reason());
        model.put("requestedBy", override.requester().id());
        model.put("requestedAt", override.requestedAt().toString());
        model.put("confirmedBy", override.isConfirmed() ? override.confirmer().id() : null);
        model.put("confirmedAt", override.isConfirmed() ? override.confirmedAt().toString() : null);
        return model;
    }

    private static List<String> approvers(ApprovalPolicy policy) {
        List<String> rules = new ArrayList<>();
        for (Approvers demand : policy.demands()) {
            demand.rules().stream().map(ApproverRule::describe).forEach(rules::add);
        }
        return rules;
    }

    private static List<Map<String, Object>> evidence(List<Evidence> evidence) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (Evidence one : evidence) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", one.name());
            map.put("summary", one.summary());
            map.put("digest", one.digest());
            maps.add(map);
        }
        return maps;
    }
}
