package io.jenkins.plugins.delivery.environments;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives release notes to builds that deployed something. */
@Extension
@SuppressWarnings("rawtypes")
public final class ReleaseNotesActionFactory extends TransientActionFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<ReleaseNotesAction> actionType() {
        return ReleaseNotesAction.class;
    }

    @Override
    public Collection<? extends Action> createFor(Run target) {
        Run<?, ?> run = target;
        return BuildDeployments.reports(run).isEmpty() ? List.of() : List.of(new ReleaseNotesAction(run));
    }
}
