package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.PodLook;
import io.jenkins.plugins.delivery.engine.rollout.status.RolloutPods;
import io.jenkins.plugins.delivery.engine.rollout.status.WorkloadLook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutPodsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Facts CANARY = facts(StrategyKind.CANARY, "shop", "shop-canary");

    private final FakeCluster cluster = new FakeCluster();

    @BeforeEach
    void versionTwoIsTriedBesideVersionOne() {
        cluster.create(deployment("shop", "1", "7", Map.of("app", "shop")));
        cluster.create(deployment("shop-canary", "2", "1", Map.of("app", "shop", Labels.TRACK, Labels.CANARY)));
        cluster.create(pod("shop-a", Map.of("app", "shop", "pod-template-hash", "aaa"), "shop:1", "True", null, 0));
    }

    @Test
    void a_pod_that_cannot_get_its_image_comes_first_and_says_so() {
        cluster.create(canary("ImagePullBackOff"));

        RolloutPods seen = look(CANARY);

        assertThat(seen.workloads())
                .containsExactly(
                        new WorkloadLook("Deployment", "shop-canary", "2", "1", 1, 0),
                        new WorkloadLook("Deployment", "shop", "1", "7", 1, 0));
        assertThat(seen.pods()).extracting(PodLook::name).containsExactly("shop-b", "shop-a");
        assertThat(seen.pods().get(0).reason())
                .isEqualTo("pod shop-b cannot get its image shop:2: ImagePullBackOff (not found)");
        assertThat(seen.pods().get(0)).returns("shop-canary", PodLook::workload).returns("bbb", PodLook::revision);
        assertThat(seen.pods().get(1))
                .isEqualTo(new PodLook("shop-a", "shop", "1", "aaa", "Running", true, 0, NOW.minusSeconds(60), ""));
        assertThat(seen.broken()).containsExactly(seen.pods().get(0));
    }

    @Test
    void a_container_that_crashes_is_told_with_its_restarts_and_last_words() {
        cluster.create(canary("CrashLoopBackOff"));

        assertThat(look(CANARY).broken()).singleElement().satisfies(pod -> {
            assertThat(pod.restarts()).isEqualTo(3);
            assertThat(pod.reason()).contains("crashes again and again (3 restarts", "its last lines: ");
        });
    }

    @Test
    void of_many_pods_some_are_shown_and_the_others_counted() {
        for (int i = 0; i < 60; i++) {
            cluster.create(pod("more-" + i, Map.of("app", "shop"), "shop:1", "True", null, 0));
        }

        assertThat(look(CANARY).pods()).hasSize(50);
        assertThat(look(CANARY).leftOff()).isEqualTo(11);
    }

    @Test
    void the_same_pods_at_another_moment_are_no_news() {
        RolloutPods later =
                RolloutPods.look(cluster, CANARY, NOW.plusSeconds(5)).orElseThrow();

        assertThat(later.sameAs(look(CANARY))).isTrue();
        cluster.create(canary("ImagePullBackOff"));
        assertThat(later.sameAs(look(CANARY))).isFalse();
    }

    @Test
    void a_cluster_that_does_not_answer_shows_no_pods_and_nothing_fails() {
        cluster.hook = (moment, verb, kind) -> {
            throw new ClusterException(Kind.UNAVAILABLE, "down", null);
        };

        assertThat(RolloutPods.look(cluster, CANARY, NOW)).isEmpty();
        cluster.hook = (moment, verb, kind) -> {};
        assertThat(RolloutPods.look(cluster, facts(StrategyKind.ROLLING, "", "other"), NOW))
                .isEmpty();
    }

    private RolloutPods look(Facts facts) {
        return RolloutPods.look(cluster, facts, NOW).orElseThrow();
    }

    private static Facts facts(StrategyKind how, String serving, String next) {
        return new Facts(how, false, serving, next, 1, 1, "1", "2", Map.of(), List.of(), Preflight.NONE);
    }

    private static Deployment deployment(String name, String version, String revision, Map<String, String> labels) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .addToAnnotations("deployment.kubernetes.io/revision", revision)
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("shop")
                .withImage("shop:" + version)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Pod canary(String waiting) {
        Map<String, String> labels = Map.of("app", "shop", Labels.TRACK, Labels.CANARY, "pod-template-hash", "bbb");
        return pod("shop-b", labels, "shop:2", "False", waiting, 3);
    }

    private static Pod pod(
            String name, Map<String, String> labels, String image, String ready, String waiting, int restarts) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("shop")
                .withImage(image)
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase(waiting == null ? "Running" : "Pending")
                .withStartTime(NOW.minusSeconds(60).toString())
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .endCondition()
                .addNewContainerStatus()
                .withName("shop")
                .withImage(image)
                .withRestartCount(restarts)
                .withNewState()
                .withNewWaiting("not found", waiting)
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
