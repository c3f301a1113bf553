package io.jenkins.plugins.delivery.reports;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the tab to builds that have something to show on it. */
@Extension
@SuppressWarnings("rawtypes")
public final class DeliveryTabFactory extends TransientActionFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<DeliveryTab> actionType() {
        return DeliveryTab.class;
    }

    @Override
    public Collection<? extends Action> createFor(Run target) {
        Run<?, ?> run = target;
        boolean empty = run.getActions(DeliveryReport.class).isEmpty();
        return empty ? List.of() : List.of(new DeliveryTab(run));
    }
}
