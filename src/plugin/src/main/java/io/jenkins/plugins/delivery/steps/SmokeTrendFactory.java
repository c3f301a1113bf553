package io.jenkins.plugins.delivery.steps;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.delivery.reports.BuildsBack;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives a trend to jobs whose newest builds ran smoke tests. */
@Extension
@SuppressWarnings("rawtypes")
public final class SmokeTrendFactory extends TransientActionFactory<Job> {
    private static final int LOOKED_AT = 5;

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return SmokeTrend.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job job) {
        boolean smoke = BuildsBack.from(job.getLastBuild(), LOOKED_AT)
                .anyMatch(build -> build.getAction(SmokeAction.class) != null);
        return smoke ? List.of(new SmokeTrend(job)) : List.of();
    }
}
