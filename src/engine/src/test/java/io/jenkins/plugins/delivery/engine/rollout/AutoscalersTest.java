package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else decides on the number of pods: nobody is taken away while traffic moves, and afterwards all is as before. */
class AutoscalersTest {
    private static final String BEHAVIOR =
            "\"behavior\":{\"scaleDown\":{\"stabilizationWindowSeconds\":120,\"policies\":[{\"type\":\"Pods\",\"value\":1,\"periodSeconds\":60}]}},";

    private final Simulation world = new Simulation();

    @BeforeEach
    void metrics() {
        world.metrics = (query, at) -> new Measurement.Value(0.001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", BEHAVIOR})
    void theIdleColourStaysAsLargeAsTheServingOneWhateverItsAutoscalerWants(String behavior) {
        world.serving(Plans.blueGreen("1"));
        scale("shop-blue", 9);
        HasMetadata blue = put(autoscaler("blue", "shop-blue", behavior));
        HasMetadata green = put(autoscaler("green", "shop-green", behavior));
        List<Integer> idle = new ArrayList<>();
        world.afterTick = state -> {
            shrink();
            if (state.phase() == Phase.SHIFT || state.phase() == Phase.BODY) {
                idle.add(wanted("shop-green"));
            }
        };

        RolloutState end = world.run(Plans.blueGreen("2"));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(idle).isNotEmpty().containsOnly(9);
        assertThat(spec(blue)).isEqualTo(Serialization.asJson(((HorizontalPodAutoscaler) blue).getSpec()));
        assertThat(spec(green)).isEqualTo(Serialization.asJson(((HorizontalPodAutoscaler) green).getSpec()));
        assertThat(world.cluster.fingerprint()).doesNotContain("scaling-before");
    }

    @Test
    void stableKeepsEnoughPodsToTakeAllTrafficBackFromACanary() {
        world.serving(Plans.canary("1", "nginx")).withoutLosingRequests();
        HasMetadata autoscaler = put(autoscaler("shop", "shop", BEHAVIOR));
        world.afterTick = state -> {
            if (state.phase() != Phase.LOCK && state.phase() != Phase.PLAN && state.phase() != Phase.APPLY) {
                if (!state.phase().isFinal() && state.phase() != Phase.UNLOCK) {
                    shrink();
                    assertThat(wanted("shop")).isEqualTo(4);
                }
            }
        };
        RolloutState end = world.run(Plans.canary("2", "nginx"));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(spec(autoscaler)).isEqualTo(Serialization.asJson(((HorizontalPodAutoscaler) autoscaler).getSpec()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BLUE_GREEN", "CANARY"})
    void onEveryWayBackItIsAsBefore(StrategyKind strategy) {
        world.serving(plan(strategy, "1"));
        HasMetadata serving =
                put(autoscaler("serving", strategy == StrategyKind.CANARY ? "shop" : "shop-blue", BEHAVIOR));
        HasMetadata next = put(autoscaler("next", "shop-green", ""));
        int steps = world.copy().run(plan(strategy, "2")).transitions().size();
        for (int i = 1; i < steps; i++) {
            int at = i;
            Simulation again = world.copy();
            again.beforeTick = state -> state.transitions().size() >= at ? state.aborted("stop") : state;

            RolloutState end = again.run(plan(strategy, "2"));

            assertThat(end.phase().isFinal()).isTrue();
            assertThat(again.cluster
                            .get(HorizontalPodAutoscaler.class, "serving")
                            .orElseThrow()
                            .getSpec())
                    .as("aborted at %s", at)
                    .isEqualTo(((HorizontalPodAutoscaler) serving).getSpec());
            assertThat(again.cluster
                            .get(HorizontalPodAutoscaler.class, "next")
                            .orElseThrow()
                            .getSpec())
                    .isEqualTo(((HorizontalPodAutoscaler) next).getSpec());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"minReplicaCount\":2,"})
    void aScaledObjectOfKedaGetsALeastNumberOfPodsAndItsOwnBackAfterwards(String least) {
        world.serving(Plans.canary("1", "nginx"));
        HasMetadata scaled =
                put(Serialization.unmarshal("{\"apiVersion\":\"keda.sh/v1alpha1\",\"kind\":\"ScaledObject\","
                        + "\"metadata\":{\"name\":\"shop\",\"namespace\":\"shop-prod\"},\"spec\":{" + least
                        + "\"maxReplicaCount\":20,\"scaleTargetRef\":{\"name\":\"shop\"}}}"));
        HorizontalPodAutoscaler behind = (HorizontalPodAutoscaler) autoscaler("keda-hpa-shop", "shop", "");
        behind.getMetadata()
                .setOwnerReferences(List.of(new io.fabric8.kubernetes.api.model.OwnerReferenceBuilder()
                        .withKind("ScaledObject")
                        .withName("shop")
                        .build()));
        put(behind);
        List<Object> during = new ArrayList<>();
        world.afterTick = state -> {
            if (state.phase() == Phase.OBSERVE) {
                during.add(keda().get("spec", "minReplicaCount"));
            }
        };

        world.run(Plans.canary("2", "nginx"));

        assertThat(during).isNotEmpty().containsOnly(4);
        assertThat((Object) keda().get("spec")).isEqualTo(((GenericKubernetesResource) scaled).get("spec"));
        assertThat(world.cluster.fingerprint()).doesNotContain("scaling-before");
    }

    @Test
    void anAutoscalerAndTheRouterByReplicasCannotBothDecide() {
        world.serving(Plans.canary("1", "replicas"));
        put(autoscaler("shop-load", "shop", ""));

        RolloutState end = world.run(Plans.canary("2", "replicas"));

        assertThat(end.ending().reason())
                .isEqualTo("HorizontalPodAutoscaler 'shop-load' decides on the number of pods of Deployment 'shop', and"
                        + " router 'replicas' splits traffic by it; use a router that splits by weight, or remove the"
                        + " autoscaler");
        assertThat(end.transitions()).noneMatch(step -> step.to() == Phase.APPLY);
    }

    @Test
    void withoutTheRightToSuspendNothingIsTouched() {
        world.serving(Plans.blueGreen("1"));
        put(autoscaler("shop-load", "shop-blue", ""));
        world.cluster.denied.add(Access.to("patch", "autoscaling", "horizontalpodautoscalers"));

        RolloutState end = world.run(Plans.blueGreen("2"));

        assertThat(end.ending().reason()).contains("patch", "horizontalpodautoscalers");
        assertThat(end.transitions()).noneMatch(step -> step.to() == Phase.APPLY);
    }

    @Test
    void anAutoscalerAmongTheManifestsFollowsItsColour() {
        world.run(scaled("1"));
        assertThat(target("shop-load-blue")).isEqualTo("shop-blue");

        world.run(scaled("2"));

        assertThat(target("shop-load-green")).isEqualTo("shop-green");
        assertThat(world.cluster.get(HorizontalPodAutoscaler.class, "shop-load-blue"))
                .isEmpty();
        assertThat(world.cluster.get(HorizontalPodAutoscaler.class, "shop-load"))
                .isEmpty();
    }

    private RolloutPlan scaled(String version) {
        RolloutPlan plan = Plans.blueGreen(version);
        List<String> manifests = new ArrayList<>(plan.manifests());
        manifests.add(Serialization.asJson(autoscaler("shop-load", "shop", "")));
        return plan.releasing(version, manifests);
    }

    private String target(String name) {
        return world.cluster
                .get(HorizontalPodAutoscaler.class, name)
                .orElseThrow()
                .getSpec()
                .getScaleTargetRef()
                .getName();
    }

    private static RolloutPlan plan(StrategyKind strategy, String version) {
        return strategy == StrategyKind.CANARY ? Plans.canary(version, "nginx") : Plans.blueGreen(version);
    }

    /** What an autoscaler does that sees no load: down to the least, unless that is suspended. */
    private void shrink() {
        for (HorizontalPodAutoscaler one : world.cluster.all(HorizontalPodAutoscaler.class, any -> true)) {
            var down = one.getSpec().getBehavior() == null
                    ? null
                    : one.getSpec().getBehavior().getScaleDown();
            boolean suspended = down != null && "Disabled".equals(down.getSelectPolicy());
            String target = one.getSpec().getScaleTargetRef().getName();
            if (!suspended && !target.equals("shop-blue") && wanted(target) > 1) {
                scale(target, 1);
            }
        }
    }

    private void scale(String deployment, int pods) {
        Deployment there = world.cluster.get(Deployment.class, deployment).orElseThrow();
        there.getSpec().setReplicas(pods);
        world.cluster.put(there);
        world.controllers.settle();
    }

    private int wanted(String deployment) {
        return world.cluster
                .get(Deployment.class, deployment)
                .map(Workloads::wanted)
                .orElse(0);
    }

    private GenericKubernetesResource keda() {
        return world.cluster
                .all(GenericKubernetesResource.class, any -> any.getKind().equals("ScaledObject"))
                .get(0);
    }

    private String spec(HasMetadata autoscaler) {
        return Serialization.asJson(world.cluster
                .get(HorizontalPodAutoscaler.class, autoscaler.getMetadata().getName())
                .orElseThrow()
                .getSpec());
    }

    private HasMetadata put(HasMetadata object) {
        world.cluster.put(object);
        return object;
    }

    private static HasMetadata autoscaler(String name, String deployment, String behavior) {
        return Serialization.unmarshal(
                "{\"apiVersion\":\"autoscaling/v2\",\"kind\":\"HorizontalPodAutoscaler\",\"metadata\":"
                        + "{\"name\":\"" + name + "\",\"namespace\":\"shop-prod\"},\"spec\":{" + behavior
                        + "\"minReplicas\":1,\"maxReplicas\":20,\"scaleTargetRef\":{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\","
                        + "\"name\":\"" + deployment + "\"}}}");
    }
}
