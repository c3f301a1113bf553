package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;

/** The commits since the build before, kept with the run. */
public final class ChangeLog extends InvisibleAction {
    private final ArrayList<Change> changes;

    ChangeLog(List<Change> changes) {
        this.changes = new ArrayList<>(changes);
    }

    /** That of the run; without changes if it has checked nothing out, or is the first. */
    public static ChangeLog of(Run<?, ?> run) {
        ChangeLog recorded = run.getAction(ChangeLog.class);
        return recorded == null ? new ChangeLog(List.of()) : recorded;
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** As pipelines see it: one set, or none if nothing has changed. */
    public List<ChangeSet> sets() {
        return changes.isEmpty() ? List.of() : List.of(new ChangeSet(changes));
    }

    public List<String> messages() {
        return changes.stream().map(Change::getComment).toList();
    }

    public List<String> paths() {
        return changes.stream()
                .flatMap(change -> change.getAffectedPaths().stream())
                .toList();
    }
}
