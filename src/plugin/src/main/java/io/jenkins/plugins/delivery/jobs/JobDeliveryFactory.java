package io.jenkins.plugins.delivery.jobs;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.delivery.reports.BuildsBack;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the page to jobs whose newest builds have reported something. */
@Extension
@SuppressWarnings("rawtypes")
public final class JobDeliveryFactory extends TransientActionFactory<Job> {
    private static final int LOOKED_AT = 5;

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return JobDelivery.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job job) {
        boolean reports = BuildsBack.from(job.getLastBuild(), LOOKED_AT)
                .anyMatch(build -> build.getAction(DeliveryReport.class) != null);
        return reports ? List.of(new JobDelivery(job)) : List.of();
    }
}
