package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.EventRecorder;
import java.util.List;
import java.util.UUID;

/** Runs one pod for each Job until it has succeeded, again when it has failed, as often as {@code backoffLimit} says. */
final class JobController {
    private static final int BACK_OFF_LIMIT = 6;

    private final ClusterObjects objects;
    private final EventRecorder events;

    JobController(ClusterObjects objects, EventRecorder events) {
        this.objects = objects;
        this.events = events;
    }

    void reconcile() {
        List<Pod> pods = objects.list(Pod.class);
        for (Job job : objects.list(Job.class)) {
            if (!Owners.isMarked(job)) {
                reconcile(
                        job, pods.stream().filter(pod -> Owners.owns(job, pod)).toList());
            }
        }
    }

    private void reconcile(Job job, List<Pod> pods) {
        int succeeded = count(pods, "Succeeded");
        int failed = count(pods, "Failed");
        long active = pods.stream().filter(PodReadiness::isActive).count();
        Integer limit = job.getSpec().getBackoffLimit();
        boolean over = succeeded > 0 || failed > (limit == null ? BACK_OFF_LIMIT : limit);
        if (active == 0 && !over) {
            create(job);
            active = 1;
        }
        JobStatus status = new JobStatusBuilder()
                .withActive((int) active)
                .withReady((int) pods.stream().filter(PodReadiness::isReady).count())
                .withSucceeded(succeeded)
                .withFailed(failed)
                .build();
        objects.modifyStatus("job-controller", job, live -> new JobBuilder(live)
                .withStatus(status)
                .build());
    }

    private static int count(List<Pod> pods, String phase) {
        return (int) pods.stream()
                .filter(pod ->
                        pod.getStatus() != null && phase.equals(pod.getStatus().getPhase()))
                .count();
    }

    private void create(Job job) {
        PodTemplateSpec template = job.getSpec().getTemplate();
        String name =
                job.getMetadata().getName() + "-" + UUID.randomUUID().toString().substring(0, 5);
        objects.create(
                "job-controller",
                new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(job.getMetadata().getNamespace())
                        .withLabels(template.getMetadata().getLabels())
                        .withOwnerReferences(Owners.reference(job))
                        .endMetadata()
                        .withSpec(template.getSpec())
                        .build());
        events.normal(job, "SuccessfulCreate", "Created pod: " + name);
    }
}
