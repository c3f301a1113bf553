package io.jenkins.plugins.delivery.steps.approval;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The approvals that steps wait for now, across all builds. */
@Extension
public final class OpenApprovals extends ApprovalListener {
    private final Map<String, Entry> open = new ConcurrentHashMap<>();

    private record Entry(ApprovalAction action, Runnable wakeUp) {}

    static OpenApprovals get() {
        return ExtensionList.lookupSingleton(OpenApprovals.class);
    }

    /**
     * A step waits for it, the same one again after a restart.
     *
     * @param wakeUp what to run, on a background thread, whenever somebody has voted
     */
    void await(ApprovalAction action, Runnable wakeUp) {
        open.put(id(action), new Entry(action, wakeUp));
    }

    /** Whether a step waits for it: for people, or for the window after they have approved. */
    boolean awaits(ApprovalAction action) {
        return open.containsKey(id(action));
    }

    void forget(ApprovalAction action) {
        open.remove(id(action));
    }

    @Override
    public void changed(ApprovalAction action) {
        Entry entry = open.get(id(action));
        if (entry != null) {
            DeliveryClock.get().io().execute(entry.wakeUp());
        }
    }

    /** The most urgent first. */
    List<ApprovalAction> all() {
        return open.values().stream()
                .map(Entry::action)
                .filter(action ->
                        action.approval().isOpen() || action.approval().isApproved())
                .sorted(Comparator.comparing(
                        action -> action.approval().request().deadline()))
                .toList();
    }

    private static String id(ApprovalAction action) {
        return action.approval().request().id();
    }
}
