package io.jenkins.plugins.delivery.steps;

import hudson.Extension;
import hudson.ExtensionList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The approvals that people are asked for now, across all builds. */
@Extension
public final class OpenApprovals extends ApprovalListener {
    private final Map<String, ApprovalAction> open = new ConcurrentHashMap<>();

    static OpenApprovals get() {
        return ExtensionList.lookupSingleton(OpenApprovals.class);
    }

    /** A step waits for it; after a restart, this is how it comes back here. */
    void waiting(ApprovalAction action) {
        open.put(action.approval().request().id(), action);
    }

    @Override
    public void opened(ApprovalAction action) {
        waiting(action);
    }

    @Override
    public void changed(ApprovalAction action) {
        if (!action.approval().isOpen()) {
            open.remove(action.approval().request().id());
        }
    }

    /** Those of the builds that are still running, the most urgent first. */
    List<ApprovalAction> all() {
        open.values().removeIf(action -> !action.getRun().isBuilding());
        List<ApprovalAction> all = new ArrayList<>(open.values());
        all.sort(Comparator.comparing(action -> action.approval().request().deadline()));
        return all;
    }
}
