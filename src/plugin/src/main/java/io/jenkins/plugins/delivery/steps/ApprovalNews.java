package io.jenkins.plugins.delivery.steps;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the notification targets of approvals. */
@Extension
public final class ApprovalNews extends ApprovalListener {
    @Override
    public void opened(ApprovalAction action) {
        tell(action, "approval.requested", action.getView().headline());
    }

    @Override
    public void reminded(ApprovalAction action) {
        tell(action, "approval.reminder", action.getView().headline());
    }

    @Override
    public void changed(ApprovalAction action) {
        Approval approval = action.approval();
        if (approval.override() != null && !approval.isOverridden()) {
            tell(action, "override.requested", approval.override().words());
        } else if (approval.decision() != null) {
            tell(action, "approval.decided", approval.decision().summary());
        }
    }

    private static void tell(ApprovalAction action, String event, String text) {
        Run<?, ?> run = action.getRun();
        Approval approval = action.approval();
        String environment = Util.fixNull(approval.request().environment());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("build", run.getFullDisplayName());
        facts.put("environment", environment);
        facts.put("deadline", approval.request().deadline().toString());
        News.send(run, environment, event, approval.request().message(), text, action.getUrlName(), facts);
    }
}
