package io.jenkins.plugins.delivery.rehearsal.scenario;

import hudson.Extension;
import io.jenkins.plugins.delivery.steps.approval.ApprovalAction;
import io.jenkins.plugins.delivery.steps.approval.ApprovalListener;

/** Tells the scene of each gate that opens. */
@Extension
public final class GateListener extends ApprovalListener {
    @Override
    public void opened(ApprovalAction action) {
        Scene.current().ifPresent(scene -> scene.approvals().decideLater(action));
    }
}
