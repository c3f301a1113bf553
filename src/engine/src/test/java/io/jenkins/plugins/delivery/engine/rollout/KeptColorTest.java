package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Swap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rollback of blue-green brings back what ran: at once where its pods still do, and by digest where they have to be started. */
class KeptColorTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final String PINNED = "registry/shop@" + DIGEST;

    private final Simulation world = new Simulation();

    @BeforeEach
    void twoReleases() {
        world.serving(Plans.blueGreen("1"));
        ConfigMap record = world.cluster.get(ConfigMap.class, "shop-release-1").orElseThrow();
        record.getData().compute("release.json", (key, json) -> json.replace("sha256:1", DIGEST));
        world.cluster.put(record);
        world.serving(Plans.blueGreen("2"));
    }

    @Test
    void pods_that_have_to_be_started_get_the_image_by_its_digest() {
        assertThat(wanted("shop-blue")).isZero();

        assertThat(back()).isEqualTo(PINNED);
    }

    @Test
    void pods_that_still_run_it_are_switched_to_as_they_are() {
        keep(4, DIGEST);

        assertThat(back()).isEqualTo("registry/shop:1");
    }

    @Test
    void too_few_pods_are_joined_by_others_of_the_same_digest() {
        keep(2, DIGEST);

        assertThat(back()).isEqualTo(PINNED);
    }

    @Test
    void pods_that_run_another_image_under_the_same_tag_are_replaced() {
        keep(4, "sha256:" + "cd".repeat(32));

        assertThat(back()).isEqualTo(PINNED);
    }

    /** The image of the colour that serves after going back. */
    private String back() {
        RolloutState end = world.run(Plans.rollback("previous"));

        assertThat(end.phase()).as("%s", end.ending()).isEqualTo(Phase.COMPLETED);
        assertThat(Swap.colorOf(world.cluster.get(Service.class, "shop").orElseThrow()))
                .isEqualTo("blue");
        return Images.of(world.cluster.get(Deployment.class, "shop-blue").orElseThrow());
    }

    private void keep(int pods, String digest) {
        world.cluster.put(new DeploymentBuilder(
                        world.cluster.get(Deployment.class, "shop-blue").orElseThrow())
                .editSpec()
                .withReplicas(pods)
                .endSpec()
                .build());
        world.controllers.settle();
        for (Pod pod :
                world.cluster.all(Pod.class, any -> any.getMetadata().getName().startsWith("shop-blue"))) {
            pod.getStatus().getContainerStatuses().get(0).setImageID("registry/shop@" + digest);
            world.cluster.put(pod);
        }
    }

    private int wanted(String deployment) {
        return Workloads.wanted(world.cluster.get(Deployment.class, deployment).orElseThrow());
    }
}
