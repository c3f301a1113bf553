package io.jenkins.plugins.delivery.jobs;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.delivery.reports.ReportedKinds;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the page to jobs of which any build has reported something. */
@Extension
@SuppressWarnings("rawtypes")
public final class JobDeliveryFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return JobDelivery.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        Job<?, ?> job = target;
        return ReportedKinds.any(job) ? List.of(new JobDelivery(job)) : List.of();
    }
}
