package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollingStrategyTest {
    private final Simulation world = new Simulation();

    @Test
    void a_stateful_set_is_replaced_pod_by_pod_without_losing_a_request() {
        world.serving(Plans.ordered("1")).withoutLosingRequests();

        RolloutState end = world.run(Plans.ordered("2"));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.controllers.traffic()).containsOnlyKeys("2");
    }

    @Test
    void a_broken_pod_of_a_stateful_set_is_deleted_on_the_way_back_because_it_would_be_waited_for() {
        world.serving(Plans.ordered("1")).withoutLosingRequests();
        world.controllers.neverReady.add("2");

        RolloutState end = world.run(Plans.ordered("2"));

        assertThat(end.phase()).as("%s", end.waitingFor()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(world.seen).contains("deleted Pod shop-3");
        assertThat(world.controllers.traffic()).containsOnlyKeys("1");
        assertThat(Images.of(world.cluster.get(StatefulSet.class, "shop").orElseThrow()))
                .isEqualTo("registry/shop:1");
    }

    @Test
    void a_workload_that_is_replaced_by_hand_only_is_refused_before_anything_is_touched() {
        RolloutPlan plan = Plans.ordered("1");
        List<String> documents = plan.manifests().stream()
                .map(json -> json.contains("\"StatefulSet\"")
                        ? json.replace("\"replicas\":4", "\"replicas\":4,\"updateStrategy\":{\"type\":\"OnDelete\"}")
                        : json)
                .toList();

        RolloutState end = world.run(plan.releasing("1", documents));

        assertThat(end.ending().reason()).contains("StatefulSet 'shop' has the update strategy OnDelete");
        assertThat(world.cluster.get(StatefulSet.class, "shop")).isEmpty();
    }

    @Test
    void every_workload_of_the_release_is_followed() {
        RolloutPlan plan = Plans.rolling("1");
        List<String> documents = new java.util.ArrayList<>(plan.manifests());
        documents.add(Serialization.asJson(worker("9")));
        world.controllers.neverReady.add("9");

        RolloutState end = world.run(plan.releasing("1", documents));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().reason()).contains("Deployment 'worker'");
    }

    @Test
    void checks_of_a_worker_that_nobody_calls_run_without_an_address() {
        RolloutPlan plan = Plans.rolling("1");
        List<String> documents = plan.manifests().stream()
                .filter(json -> !json.contains("\"kind\":\"Service\""))
                .toList();

        RolloutState end = world.run(plan.releasing("1", documents).checkedByPipeline(true));

        assertThat(documents).hasSizeLessThan(plan.manifests().size());
        assertThat(end.phase()).as("%s", end.waitingFor()).isEqualTo(Phase.COMPLETED);
        assertThat(end.body().url()).isEmpty();
    }

    @Test
    void the_number_of_pods_is_what_the_manifest_says() {
        world.serving(Plans.rolling("1"));
        world.run(replicas(Plans.rolling("2"), 6));

        assertThat(world.cluster
                        .get(Deployment.class, "shop")
                        .orElseThrow()
                        .getSpec()
                        .getReplicas())
                .isEqualTo(6);
    }

    @Test
    void the_number_of_pods_stays_where_an_autoscaler_decides() {
        world.serving(Plans.rolling("1"));
        world.cluster.put(Serialization.unmarshal("apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n"
                + "metadata: {name: shop}\nspec: {scaleTargetRef: {kind: Deployment, name: shop}}\n"));
        world.run(replicas(Plans.rolling("2"), 2));

        assertThat(world.cluster
                        .get(Deployment.class, "shop")
                        .orElseThrow()
                        .getSpec()
                        .getReplicas())
                .isEqualTo(4);
    }

    @Test
    void somebody_who_sets_another_image_meanwhile_ends_the_rollout() {
        world.serving(Plans.rolling("1"));
        world.controllers.neverReady.add("hotfix");
        world.controllers.neverReady.add("2");
        world.beforeTick = state -> {
            if (state.phase() == Phase.READY) {
                Deployment there = world.cluster.get(Deployment.class, "shop").orElseThrow();
                world.cluster.put(new DeploymentBuilder(there)
                        .editSpec()
                        .editTemplate()
                        .editSpec()
                        .editFirstContainer()
                        .withImage("registry/shop:hotfix")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build());
            }
            return state;
        };

        RolloutState end = world.run(Plans.rolling("2"));

        assertThat(end.ending().cause()).isEqualTo(Ending.Cause.INTERFERENCE);
        assertThat(end.ending().reason())
                .contains("changed Deployment 'shop': spec.template.spec.containers[shop].image was registry/shop:2, is"
                        + " registry/shop:hotfix");
        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(world.cluster.all(Pod.class, any -> true)).isNotEmpty();
    }

    private static RolloutPlan replicas(RolloutPlan plan, int replicas) {
        return plan.releasing(
                plan.version(),
                plan.manifests().stream()
                        .map(json -> json.replace("\"replicas\":4", "\"replicas\":" + replicas))
                        .toList());
    }

    private static Deployment worker(String version) {
        return Serialization.unmarshal("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: worker}\n"
                + "spec: {replicas: 1, selector: {matchLabels: {app: worker}}, template: {metadata: {labels: {app: worker}},"
                + " spec: {containers: [{name: worker, image: 'registry/worker:" + version + "'}]}}}\n");
    }
}
