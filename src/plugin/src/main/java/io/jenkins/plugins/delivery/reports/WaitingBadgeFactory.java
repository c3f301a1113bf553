package io.jenkins.plugins.delivery.reports;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the badge to builds that wait for somebody. */
@Extension
@SuppressWarnings("rawtypes")
public final class WaitingBadgeFactory extends TransientActionFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<WaitingBadge> actionType() {
        return WaitingBadge.class;
    }

    @Override
    public Collection<? extends Action> createFor(Run target) {
        Run<?, ?> run = target;
        List<DeliveryReport> waiting = run.isBuilding() ? DeliveryReport.waiting(run) : List.of();
        return waiting.isEmpty() ? List.of() : List.of(new WaitingBadge(waiting));
    }
}
