package io.jenkins.plugins.delivery.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** StatefulSets and DaemonSets by the rules of {@code kubectl rollout status}. */
class StatusViewerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replicas: 3 | observedGeneration: 1, readyReplicas: 3, updatedReplicas: 3                                  | unseen: the cluster has not seen
            replicas: 3 | observedGeneration: 2, readyReplicas: 3, updatedReplicas: 1                                  | 1 of 3 pods have the new version
            replicas: 3 | observedGeneration: 2, readyReplicas: 2, updatedReplicas: 3                                  | 2 of 3 pods are ready
            replicas: 3 | observedGeneration: 2, readyReplicas: 3, updatedReplicas: 3, currentRevision: a, updateRevision: b | the last pod of before
            replicas: 3, updateStrategy: {rollingUpdate: {partition: 2}} | observedGeneration: 2, readyReplicas: 3     | 0 of 1 pods have the new version (those below ordinal 2 keep theirs)
            replicas: 3, minReadySeconds: 9 | observedGeneration: 2, readyReplicas: 3, updatedReplicas: 3, availableReplicas: 1 | 1 of 3 pods are available
            replicas: 3, updateStrategy: {type: OnDelete} | observedGeneration: 2, readyReplicas: 1                    | 1 of 3 pods are ready
            """)
    void a_stateful_set_waits(String spec, String status, String words) {
        Readiness readiness = of("StatefulSet", spec, status);

        assertThat(readiness).isInstanceOf(Readiness.Waiting.class);
        assertThat(readiness.reason()).startsWith(words.replace("unseen: ", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replicas: 3 | observedGeneration: 2, readyReplicas: 3, updatedReplicas: 3, currentRevision: b, updateRevision: b
            replicas: 3, updateStrategy: {rollingUpdate: {partition: 2}} | observedGeneration: 2, readyReplicas: 3, updatedReplicas: 1, currentRevision: a, updateRevision: b
            replicas: 3, updateStrategy: {rollingUpdate: {partition: 5}} | observedGeneration: 2, readyReplicas: 3, updatedReplicas: 0
            replicas: 3, updateStrategy: {type: OnDelete} | observedGeneration: 2, readyReplicas: 3, updatedReplicas: 0
            replicas: 0 | observedGeneration: 2
            """)
    void a_stateful_set_is_through(String spec, String status) {
        assertThat(of("StatefulSet", spec, status)).isInstanceOf(Readiness.Ready.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            observedGeneration: 1, desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3 | the cluster has not seen
            observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 1, numberAvailable: 3 | 1 of 3 nodes have the new version
            observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 2 | 2 of 3 pods are available
            """)
    void a_daemon_set_waits(String status, String words) {
        Readiness readiness = of("DaemonSet", "updateStrategy: {type: RollingUpdate}", status);

        assertThat(readiness).isInstanceOf(Readiness.Waiting.class);
        assertThat(readiness.reason()).startsWith(words);
    }

    @Test
    void a_daemon_set_is_through_when_every_node_has_an_available_pod() {
        String status =
                "observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3";
        assertThat(of("DaemonSet", "minReadySeconds: 0", status)).isInstanceOf(Readiness.Ready.class);
    }

    @Test
    void pods_that_are_replaced_by_hand_only_are_told() {
        String status =
                "observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 1, numberAvailable: 3";
        assertThat(of("DaemonSet", "updateStrategy: {type: OnDelete}", status).reason())
                .isEqualTo("1 of 3 pods have the new version; the others get it when somebody deletes them");
    }

    private static Readiness of(String kind, String spec, String status) {
        return StatusViewer.of(Serialization.unmarshal("apiVersion: apps/v1\nkind: " + kind
                + "\nmetadata: {name: db, generation: 2}\nspec: {" + spec + "}\nstatus: {" + status + "}\n"));
    }
}
