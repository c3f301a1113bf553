package io.jenkins.plugins.delivery.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jenkins.plugins.delivery.engine.rollout.FakeCluster;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of {@code kubectl rollout status}, and the reasons that it does not tell. */
class WorkloadsTest {
    private final FakeCluster cluster = new FakeCluster();

    @Test
    void isReadyWhenEveryPodIsNewAndAvailable() {
        assertThat(readiness(deployment(3, 3, 3, 3))).isInstanceOf(Readiness.Ready.class);
    }

    @Test
    void waitsAsKubectlDoes() {
        assertThat(readiness(deployment(3, 3, 1, 1)).reason()).startsWith("1 of 3 pods have the new version");
        assertThat(readiness(deployment(3, 5, 3, 3)).reason()).startsWith("2 pods of before have to end");
        assertThat(readiness(deployment(3, 3, 3, 2)).reason()).startsWith("2 of 3 pods are available");
        assertThat(Workloads.readiness(cluster, Optional.empty()).reason()).contains("not there yet");
    }

    @Test
    void doesNotBelieveAStatusOfAnOlderSpecification() {
        Deployment stale = new DeploymentBuilder(deployment(3, 3, 3, 3))
                .editMetadata()
                .withGeneration(2L)
                .endMetadata()
                .build();
        assertThat(readiness(stale)).isInstanceOf(Readiness.Waiting.class);
    }

    @Test
    void failsWhenTheClusterGaveUp() {
        Deployment late = new DeploymentBuilder(deployment(3, 3, 1, 1))
                .editStatus()
                .addNewCondition()
                .withType("Progressing")
                .withReason("ProgressDeadlineExceeded")
                .withMessage("has timed out progressing")
                .endCondition()
                .endStatus()
                .build();
        assertThat(readiness(late)).isInstanceOf(Readiness.Failed.class);
        assertThat(readiness(late).reason()).contains("the cluster gave up: has timed out progressing");
    }

    @Test
    void tellsThatTheQuotaIsUsedUp() {
        Deployment refused = new DeploymentBuilder(deployment(3, 0, 0, 0))
                .editStatus()
                .addNewCondition()
                .withType("ReplicaFailure")
                .withStatus("True")
                .withMessage("exceeded quota: compute")
                .endCondition()
                .endStatus()
                .build();
        assertThat(readiness(refused).reason()).contains("pods cannot be created: exceeded quota: compute");
    }

    @Test
    void tellsThatAnImageCannotBePulled() {
        pod(waiting("ImagePullBackOff", "manifest unknown", 0));
        assertThat(readiness(deployment(1, 1, 1, 0)))
                .isInstanceOf(Readiness.Waiting.class)
                .extracting(Readiness::reason)
                .asString()
                .contains("pod shop-1 cannot get its image shop:2: ImagePullBackOff (manifest unknown)");
    }

    @Test
    void givesUpAtOnceOnANameThatIsNoImage() {
        pod(waiting("InvalidImageName", "", 0));
        assertThat(readiness(deployment(1, 1, 1, 0))).isInstanceOf(Readiness.Failed.class);
    }

    @Test
    void showsTheLastLinesOfWhatCrashesAndGivesUpAfterFiveTimes() {
        pod(waiting("CrashLoopBackOff", "back-off", 2));
        assertThat(readiness(deployment(1, 1, 1, 0)))
                .isInstanceOf(Readiness.Waiting.class)
                .extracting(Readiness::reason)
                .asString()
                .contains("crashes again and again (2 restarts, exit code 3); its last lines: boom");

        pod(waiting("CrashLoopBackOff", "back-off", 5));
        assertThat(readiness(deployment(1, 1, 1, 0))).isInstanceOf(Readiness.Failed.class);
    }

    @Test
    void tellsWhyAPodCannotBeScheduled() {
        pod(new PodBuilder(bare())
                .editStatus()
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("False")
                .withMessage("0/3 nodes are available: insufficient memory")
                .endCondition()
                .endStatus()
                .build());
        assertThat(readiness(deployment(1, 1, 1, 0)).reason())
                .contains("cannot be scheduled: 0/3 nodes are available: insufficient memory");
    }

    @Test
    void tellsWhatTheProbeSays() {
        pod(new PodBuilder(bare())
                .editStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus("False")
                .endCondition()
                .endStatus()
                .build());
        cluster.put(new EventBuilder()
                .withNewMetadata()
                .withName("e1")
                .endMetadata()
                .withReason("Unhealthy")
                .withMessage("Readiness probe failed: HTTP probe failed with statuscode: 503")
                .withNewInvolvedObject()
                .withKind("Pod")
                .withName("shop-1")
                .endInvolvedObject()
                .build());
        assertThat(readiness(deployment(1, 1, 1, 0)).reason())
                .contains("the readiness probe fails on pod shop-1", "statuscode: 503");
    }

    @Test
    void tellsWhichVolumeAPodWaitsFor() {
        pod(new PodBuilder(bare())
                .withNewSpec()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim()
                .withClaimName("data-shop-0")
                .endPersistentVolumeClaim()
                .endVolume()
                .endSpec()
                .editStatus()
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("False")
                .withMessage("pod has unbound immediate PersistentVolumeClaims")
                .endCondition()
                .endStatus()
                .build());
        cluster.put(new EventBuilder()
                .withNewMetadata()
                .withName("claim")
                .endMetadata()
                .withReason("ProvisioningFailed")
                .withMessage("storageclass \"fast\" not found")
                .withNewInvolvedObject()
                .withKind("PersistentVolumeClaim")
                .withName("data-shop-0")
                .endInvolvedObject()
                .build());
        assertThat(readiness(deployment(1, 1, 1, 0)).reason())
                .contains(
                        "pod shop-1 cannot be scheduled: pod has unbound immediate PersistentVolumeClaims; volume claim"
                                + " data-shop-0 is pending: storageclass \"fast\" not found");
    }

    @Test
    void tellsThatPodsOfAStatefulSetMayNotBeCreated() {
        io.fabric8.kubernetes.api.model.apps.StatefulSet set =
                io.fabric8.kubernetes.client.utils.Serialization.unmarshal("""
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata: {name: db, generation: 1}
                        spec: {replicas: 2, template: {metadata: {labels: {app: db}}}}
                        status: {observedGeneration: 1}
                        """);
        cluster.put(new EventBuilder()
                .withNewMetadata()
                .withName("quota")
                .endMetadata()
                .withReason("FailedCreate")
                .withMessage("exceeded quota: pods")
                .withNewInvolvedObject()
                .withKind("StatefulSet")
                .withName("db")
                .endInvolvedObject()
                .build());
        assertThat(Workloads.readiness(cluster, Optional.of(set)).reason())
                .contains("pods cannot be created: exceeded quota: pods");
    }

    private Readiness readiness(Deployment deployment) {
        return Workloads.readiness(cluster, Optional.of(deployment));
    }

    private void pod(Pod pod) {
        cluster.put(pod);
    }

    private static Pod bare() {
        return new PodBuilder()
                .withNewMetadata()
                .withName("shop-1")
                .withLabels(Map.of("app", "shop"))
                .endMetadata()
                .withNewStatus()
                .endStatus()
                .build();
    }

    private static Pod waiting(String reason, String message, int restarts) {
        return new PodBuilder(bare())
                .editStatus()
                .addNewContainerStatus()
                .withName("shop")
                .withImage("shop:2")
                .withRestartCount(restarts)
                .withNewState()
                .withNewWaiting(message, reason)
                .endState()
                .withNewLastState()
                .withNewTerminated()
                .withExitCode(3)
                .endTerminated()
                .endLastState()
                .endContainerStatus()
                .endStatus()
                .build();
    }

    private static Deployment deployment(int wanted, int replicas, int updated, int available) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("shop")
                .withGeneration(1L)
                .endMetadata()
                .withNewSpec()
                .withReplicas(wanted)
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Map.of("app", "shop"))
                .endMetadata()
                .endTemplate()
                .endSpec()
                .withNewStatus()
                .withObservedGeneration(1L)
                .withReplicas(replicas)
                .withUpdatedReplicas(updated)
                .withAvailableReplicas(available)
                .endStatus()
                .build();
    }
}
