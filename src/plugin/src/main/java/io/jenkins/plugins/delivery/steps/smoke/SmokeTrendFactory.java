package io.jenkins.plugins.delivery.steps.smoke;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.delivery.reports.ReportedKinds;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives a trend to jobs of which any build ran a smoke test. */
@Extension
@SuppressWarnings("rawtypes")
public final class SmokeTrendFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return SmokeTrend.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        Job<?, ?> job = target;
        return ReportedKinds.has(job, SmokeAction.KIND) ? List.of(new SmokeTrend(job)) : List.of();
    }
}
