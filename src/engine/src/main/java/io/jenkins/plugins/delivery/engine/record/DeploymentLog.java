package io.jenkins.plugins.delivery.engine.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Deployments, whatever became of them. */
public final class DeploymentLog extends RecordLog<DeploymentRecord> {
    public DeploymentLog(Path file) {
        super(file, DeploymentRecord.class, DeploymentRecord::id);
    }

    /** The last of these deployments of an application to an environment. */
    public static Optional<DeploymentRecord> latest(
            List<DeploymentRecord> records, String application, String environment) {
        return records.stream()
                .filter(record -> record.application().equals(application)
                        && record.environment().equals(environment))
                .reduce((earlier, later) -> later);
    }
}
