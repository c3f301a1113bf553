package io.jenkins.plugins.delivery.environments;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Records the deployments of a build when it ends. Once is enough, twice does no harm. */
@Extension
public final class DeploymentRecorder extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(DeploymentRecorder.class.getName());

    @Override
    public void onCompleted(Run<?, ?> run, TaskListener listener) {
        try {
            for (DeploymentRecord deployment : BuildDeployments.of(run)) {
                DeploymentHistory.get().log().append(deployment);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "The deployments of " + run + " could not be recorded");
            listener.error("The deployments of this build could not be recorded: " + e.getMessage());
        }
    }
}
