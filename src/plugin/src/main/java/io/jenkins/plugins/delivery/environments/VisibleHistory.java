package io.jenkins.plugins.delivery.environments;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessControlled;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.engine.record.Incident;
import io.jenkins.plugins.delivery.engine.record.RecordLog;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/**
 * The deployments and incidents that who looks may see: those of jobs in which they have the permission. For a job that is
 * gone, the nearest folder that is left decides.
 *
 * @param deployments in the order in which they were finished
 * @param incidents in the order in which they were recorded
 * @param damagedLines how many lines of the logs could not be read
 */
public record VisibleHistory(List<DeploymentRecord> deployments, List<Incident> incidents, int damagedLines) {
    /** As it is now. */
    public static VisibleHistory read() throws IOException {
        RecordLog.Contents<DeploymentRecord> deployments =
                DeploymentHistory.get().log().read();
        RecordLog.Contents<Incident> incidents =
                DeploymentHistory.get().incidents().read();
        Map<String, Boolean> seen = new HashMap<>();
        Function<String, Boolean> visible =
                job -> seen.computeIfAbsent(job, name -> guard(name).hasPermission(DeliveryPermissions.VIEW));
        return new VisibleHistory(
                deployments.records().stream()
                        .filter(record -> visible.apply(job(record.id())))
                        .sorted(Comparator.comparing(DeploymentRecord::finishedAt))
                        .toList(),
                incidents.records().stream()
                        .filter(incident -> visible.apply(job(incident.deployment())))
                        .toList(),
                deployments.damagedLines().size() + incidents.damagedLines().size());
    }

    /** The deployments of one job, the oldest first. */
    public List<DeploymentRecord> ofJob(String fullName) {
        return deployments.stream()
                .filter(record -> job(record.id()).equals(fullName))
                .toList();
    }

    /** What concerns one environment, by application. */
    Map<String, List<DeploymentRecord>> byApplication(String environment) {
        return deployments.stream()
                .filter(record -> record.environment().equals(environment))
                .collect(Collectors.groupingBy(DeploymentRecord::application, TreeMap::new, Collectors.toList()));
    }

    /** Full name of the job of a deployment; empty for none. */
    static String job(@CheckForNull String deployment) {
        int end = deployment == null ? -1 : deployment.indexOf('#');
        return end < 0 ? "" : deployment.substring(0, end);
    }

    /** Who is asked whether somebody may see the deployments of a job: found for everybody alike. */
    static AccessControlled guard(String job) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            for (String name = job; !name.isEmpty(); name = parent(name)) {
                Item item = Jenkins.get().getItemByFullName(name);
                if (item != null) {
                    return item;
                }
            }
        }
        return Jenkins.get();
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
