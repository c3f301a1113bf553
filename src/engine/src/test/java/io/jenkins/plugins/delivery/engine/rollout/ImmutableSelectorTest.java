package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImmutableSelectorTest {
    static Stream<RolloutPlan> plans() {
        return Stream.of(Plans.canary("2", "nginx"), Plans.canary("2", "replicas"), Plans.rolling("2"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void a_selector_that_would_have_to_change_is_refused_before_anything_is_touched(RolloutPlan plan) {
        Simulation world = new Simulation();
        world.run(Plans.rolling("1"));
        Deployment stable = world.cluster.get(Deployment.class, "shop").orElseThrow();
        world.cluster.put(new DeploymentBuilder(stable)
                .editSpec()
                .editSelector()
                .withMatchLabels(Map.of("app", "storefront"))
                .endSelector()
                .endSpec()
                .build());
        String before = objects(world);

        RolloutState end = world.run(plan);

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().reason())
                .contains(
                        "Deployment 'shop' selects pods by {app=storefront}, which cannot be changed",
                        "keep those labels");
        assertThat(objects(world)).isEqualTo(before);
    }

    /** All but the rollout's own record. */
    private static String objects(Simulation world) {
        return world.cluster.fingerprint().replaceAll("(?m)^ConfigMap/shop-rollout .*$", "");
    }
}
