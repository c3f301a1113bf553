package io.jenkins.plugins.delivery.environments;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.delivery.audit.AuditLogs;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Records the deployments of a build: each as soon as it is over, since its build may wait for people for days, and all when
 * the build ends, with what has become of those that were cut short. Once is enough, twice does no harm.
 */
@Extension
public final class DeploymentRecorder extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(DeploymentRecorder.class.getName());

    @Override
    public void onCompleted(Run<?, ?> run, TaskListener listener) {
        try {
            List<DeliveryReport> reports = BuildDeployments.reports(run);
            if (!reports.isEmpty()) {
                record(run, reports);
            }
            AuditLogs.get().retain(run.getParent(), Instant.ofEpochMilli(run.getTimeInMillis()));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "The deployments of " + run + " could not be recorded");
            listener.error("The deployments of this build could not be recorded: " + e.getMessage());
        }
    }

    /** Some rollout of the build is over. What cannot be recorded now is tried again when the build ends. */
    public static void over(Run<?, ?> run) {
        List<DeliveryReport> over = BuildDeployments.reports(run).stream()
                .filter(report -> BuildDeployments.phase(report).isFinal())
                .toList();
        try {
            record(run, over);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "The deployments of " + run + " are not recorded yet");
        }
    }

    private static void record(Run<?, ?> run, List<DeliveryReport> reports) throws IOException {
        DeploymentHistory history = DeploymentHistory.get();
        List<DeploymentRecord> deployments =
                BuildDeployments.of(run, reports, history.log().read().records());
        for (DeploymentRecord deployment : deployments) {
            history.log().append(deployment);
        }
        Incidents.tell(BuildIncidents.of(run, deployments));
    }
}
