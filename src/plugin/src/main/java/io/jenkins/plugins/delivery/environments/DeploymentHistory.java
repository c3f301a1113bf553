package io.jenkins.plugins.delivery.environments;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.delivery.engine.record.DeploymentLog;
import io.jenkins.plugins.delivery.engine.record.IncidentLog;
import java.io.File;
import jenkins.model.Jenkins;

/** All deployments of this controller, in {@code progressive-delivery/deployments.jsonl} of its home. */
@Extension
public final class DeploymentHistory {
    private final DeploymentLog log =
            new DeploymentLog(new File(Jenkins.get().getRootDir(), "progressive-delivery/deployments.jsonl").toPath());

    private final IncidentLog incidents =
            new IncidentLog(new File(Jenkins.get().getRootDir(), "progressive-delivery/incidents.jsonl").toPath());

    public static DeploymentHistory get() {
        return ExtensionList.lookupSingleton(DeploymentHistory.class);
    }

    /** The incidents that rollbacks told of, and those that somebody reported. */
    public IncidentLog incidents() {
        return incidents;
    }

    /** The one log; it may be appended to by many threads, hence there is one. */
    public DeploymentLog log() {
        return log;
    }
}
