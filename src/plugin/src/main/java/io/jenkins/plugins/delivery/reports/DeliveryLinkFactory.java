package io.jenkins.plugins.delivery.reports;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the link to builds that have the tab. */
@Extension
@SuppressWarnings("rawtypes")
public final class DeliveryLinkFactory extends TransientActionFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<DeliveryLink> actionType() {
        return DeliveryLink.class;
    }

    @Override
    public Collection<? extends Action> createFor(Run target) {
        Run<?, ?> run = target;
        return run.getActions(DeliveryReport.class).isEmpty() ? List.of() : List.of(new DeliveryLink());
    }
}
