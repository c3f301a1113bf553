package io.jenkins.plugins.delivery.audit;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the page to jobs that have an audit log. */
@Extension
@SuppressWarnings("rawtypes")
public final class AuditActionFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<AuditAction> actionType() {
        return AuditAction.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        Job<?, ?> job = target;
        return Files.exists(AuditLogs.get().file(job)) ? List.of(new AuditAction(job)) : List.of();
    }
}
