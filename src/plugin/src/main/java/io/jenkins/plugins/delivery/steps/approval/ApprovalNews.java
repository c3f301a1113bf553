package io.jenkins.plugins.delivery.steps.approval;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.Decision;
import io.jenkins.plugins.delivery.engine.approval.Override;
import io.jenkins.plugins.delivery.steps.News;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the notification targets of approvals. */
@Extension
public final class ApprovalNews extends ApprovalListener {
    /** What was told of each: an approval changes more often than there is news. */
    private final Map<ApprovalAction, Set<String>> told = Collections.synchronizedMap(new WeakHashMap<>());

    @java.lang.Override
    public void opened(ApprovalAction action) {
        tell(action, "approval.requested", action.view().headline());
    }

    @java.lang.Override
    public void reminded(ApprovalAction action) {
        tell(action, "approval.reminder", action.view().headline());
    }

    @java.lang.Override
    public void changed(ApprovalAction action) {
        Approval approval = action.approval();
        Override override = approval.override();
        if (override != null) {
            once(action, override.isConfirmed() ? "override.confirmed" : "override.requested", override.words());
        }
        Decision decision = approval.decision();
        if (decision != null) {
            once(action, "approval.decided", decision.summary());
        }
    }

    private void once(ApprovalAction action, String event, String text) {
        if (told.computeIfAbsent(action, any -> ConcurrentHashMap.newKeySet()).add(event + " " + text)) {
            tell(action, event, text);
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
