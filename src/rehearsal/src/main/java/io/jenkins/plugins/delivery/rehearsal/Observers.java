package io.jenkins.plugins.delivery.rehearsal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageState;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Tells several listeners the same, in order. */
final class Observers implements RunObserver {
    private final List<RunObserver> all;

    Observers(List<RunObserver> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void stageStarted(String id, @CheckForNull String parentId, String name, boolean branch, Instant at) {
        tell(each -> each.stageStarted(id, parentId, name, branch, at));
    }

    @Override
    public void stageFinished(String id, String name, StageState state, Instant at) {
        tell(each -> each.stageFinished(id, name, state, at));
    }

    @Override
    public void stepStarted(String id, @CheckForNull String stageId, String function, String summary, Instant at) {
        tell(each -> each.stepStarted(id, stageId, function, summary, at));
    }

    @Override
    public void stepFinished(String id, String function, @CheckForNull Throwable error, Instant at) {
        tell(each -> each.stepFinished(id, function, error, at));
    }

    @Override
    public void stepStatus(String id, String text) {
        tell(each -> each.stepStatus(id, text));
    }

    @Override
    public void logLine(@CheckForNull String nodeId, String text) {
        tell(each -> each.logLine(nodeId, text));
    }

    @Override
    public void restarted(String why, Instant at) {
        tell(each -> each.restarted(why, at));
    }

    @Override
    public void runFinished(Result result, Instant at) {
        tell(each -> each.runFinished(result, at));
    }

    private void tell(Consumer<RunObserver> what) {
        all.forEach(what);
    }
}
