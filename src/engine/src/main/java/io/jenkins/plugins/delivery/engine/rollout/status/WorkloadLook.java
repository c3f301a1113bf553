package io.jenkins.plugins.delivery.engine.rollout.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.Map;

/**
 * A workload as people see it.
 *
 * @param kind such as {@code Deployment}
 * @param name of the object
 * @param version that a rollout noted, or the tag of its image
 * @param revision how its controller counts its pod templates: the number of a Deployment, the revision of a StatefulSet, the
 *     generation of a DaemonSet; empty while its controller has not said
 * @param wanted pods that it should have
 * @param ready pods that pass their readiness probe
 */
public record WorkloadLook(String kind, String name, String version, String revision, int wanted, int ready) {
    static WorkloadLook of(HasMetadata workload) {
        return new WorkloadLook(
                workload.getKind(),
                workload.getMetadata().getName(),
                version(workload),
                revision(workload),
                Workloads.wanted(workload),
                Workloads.ready(workload));
    }

    private static String version(HasMetadata workload) {
        String noted = annotation(workload, Labels.VERSION);
        return noted.isEmpty() ? Images.version(Images.of(workload)) : noted;
    }

    private static String revision(HasMetadata workload) {
        if (workload instanceof StatefulSet set) {
            return set.getStatus() == null ? "" : said(set.getStatus().getUpdateRevision());
        }
        return workload instanceof DaemonSet set
                ? said(set.getMetadata().getGeneration())
                : annotation(workload, "deployment.kubernetes.io/revision");
    }

    private static String said(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String annotation(HasMetadata workload, String key) {
        Map<String, String> annotations = workload.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(key, "");
    }
}
