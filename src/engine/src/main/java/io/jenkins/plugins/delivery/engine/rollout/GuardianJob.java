package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Job {@code <app>-rollout-guardian}: one pod that watches the lease from inside the cluster. */
final class GuardianJob {
    private static final Duration SPARE = Duration.ofMinutes(10);
    private static final int RESTARTS = 6;
    private static final int KEPT_SECONDS = 600;
    private static final int NOBODY = 65532;

    private final Cluster cluster;
    private final RolloutPlan plan;

    GuardianJob(Cluster cluster, RolloutPlan plan) {
        this.cluster = cluster;
        this.plan = plan;
    }

    static String name(String app) {
        return app + "-rollout-guardian";
    }

    /** How long a guardian lives at most: the rollout with everything that it may take, and the time to restore. */
    static Duration lifetime(RolloutPlan plan) {
        Timing timing = plan.timing();
        return timing.timeout()
                .plus(timing.keep())
                .plus(timing.restore().multipliedBy(2))
                .plus(plan.guard().after().multipliedBy(2))
                .plus(SPARE);
    }

    /** Makes sure that it runs for this rollout, and for no other. */
    void start() {
        Optional<Job> there = cluster.find(Job.class, name(plan.app()));
        if (there.isEmpty()) {
            cluster.create(job());
        } else if (!plan.id().equals(Objects.annotation(there.get(), Labels.ROLLOUT))) {
            cluster.delete(there.get());
        }
    }

    /** Takes it away. */
    void end() {
        cluster.find(Job.class, name(plan.app()))
                .filter(job -> plan.id().equals(Objects.annotation(job, Labels.ROLLOUT)))
                .ifPresent(cluster::delete);
    }

    /** How its pod is, for people. */
    String said() {
        List<Pod> pods = cluster.list(Pod.class, labels());
        if (pods.isEmpty()) {
            return "Job '" + name(plan.app()) + "' has no pod yet";
        }
        Pod pod = pods.get(pods.size() - 1);
        String phase = pod.getStatus() == null ? "Pending" : pod.getStatus().getPhase();
        String waiting = pod.getStatus() == null
                ? ""
                : pod.getStatus().getContainerStatuses().stream()
                        .filter(container -> container.getState() != null
                                && container.getState().getWaiting() != null)
                        .map(container ->
                                ", " + container.getState().getWaiting().getReason() + ": "
                                        + container.getState().getWaiting().getMessage())
                        .findFirst()
                        .orElse("");
        return "pod " + pod.getMetadata().getName() + " is " + phase + waiting;
    }

    private Map<String, String> labels() {
        return Map.of(
                Labels.NAME, name(plan.app()), Labels.MANAGED_BY, Labels.US, "app.kubernetes.io/component", "guardian");
    }

    private Job job() {
        Duration lifetime = lifetime(plan);
        return new JobBuilder()
                .withNewMetadata()
                .withName(name(plan.app()))
                .withNamespace(cluster.namespace())
                .withLabels(labels())
                .addToAnnotations(Labels.ROLLOUT, plan.id())
                .endMetadata()
                .withNewSpec()
                .withBackoffLimit(RESTARTS)
                .withActiveDeadlineSeconds(lifetime.toSeconds())
                .withTtlSecondsAfterFinished(KEPT_SECONDS)
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels())
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(plan.guard().serviceAccount())
                .withRestartPolicy("OnFailure")
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser((long) NOBODY)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addNewContainer()
                .withName("guardian")
                .withImage(plan.guard().image())
                .withArgs(
                        "--app=" + plan.app(),
                        "--namespace=" + cluster.namespace(),
                        "--rollout=" + plan.id(),
                        "--after=" + plan.guard().after(),
                        "--lifetime=" + lifetime)
                .withNewResources()
                .addToRequests("cpu", new Quantity("10m"))
                .addToRequests("memory", new Quantity("96Mi"))
                .addToLimits("memory", new Quantity("192Mi"))
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
