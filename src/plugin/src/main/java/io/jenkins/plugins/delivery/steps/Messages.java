package io.jenkins.plugins.delivery.steps;

import org.jvnet.localizer.ResourceBundleHolder;

final class Messages {
    private static final ResourceBundleHolder HOLDER = ResourceBundleHolder.get(Messages.class);

    private Messages() {}

    static String ApprovalGateStep_displayName() {
        return HOLDER.format("ApprovalGateStep.displayName");
    }

    static String ApprovalGateStep_goOn() {
        return HOLDER.format("ApprovalGateStep.goOn");
    }

    static String ApprovalGateStep_deployTo(Object environment) {
        return HOLDER.format("ApprovalGateStep.deployTo", environment);
    }

    static String ApprovalGateStep_decide() {
        return HOLDER.format("ApprovalGateStep.decide");
    }

    static String ApprovalAction_title() {
        return HOLDER.format("ApprovalAction.title");
    }

    static String ApprovalAction_waiting(Object missing) {
        return HOLDER.format("ApprovalAction.waiting", missing);
    }

    static String ApprovalAction_votes(Object count) {
        return HOLDER.format("ApprovalAction.votes", count);
    }

    static String ApprovalAction_until(Object deadline) {
        return HOLDER.format("ApprovalAction.until", deadline);
    }

    static String ApprovalsPage_title() {
        return HOLDER.format("ApprovalsPage.title");
    }

    static String ScanAction_title() {
        return HOLDER.format("ScanAction.title");
    }

    static String ScanGate_any() {
        return HOLDER.format("ScanGate.any");
    }

    static String ScanGate_displayName() {
        return HOLDER.format("ScanGate.displayName");
    }

    static String SecurityScanStep_detected() {
        return HOLDER.format("SecurityScanStep.detected");
    }

    static String SecurityScanStep_displayName() {
        return HOLDER.format("SecurityScanStep.displayName");
    }

    static String SmokeAction_title() {
        return HOLDER.format("SmokeAction.title");
    }

    static String SmokeTestStep_displayName() {
        return HOLDER.format("SmokeTestStep.displayName");
    }

    static String BlueGreenDeployStep_displayName() {
        return HOLDER.format("BlueGreenDeployStep.displayName");
    }

    static String CanaryPromoteStep_displayName() {
        return HOLDER.format("CanaryPromoteStep.displayName");
    }

    static String RollbackDeployStep_displayName() {
        return HOLDER.format("RollbackDeployStep.displayName");
    }

    static String RollingDeployStep_displayName() {
        return HOLDER.format("RollingDeployStep.displayName");
    }

    static String RolloutAction_title() {
        return HOLDER.format("RolloutAction.title");
    }
}
