package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a canary is compared with: pods of the old version that are as young and as many. */
class FreshBaselineTest {
    private final Simulation world = new Simulation();
    private final Set<String> sizes = new LinkedHashSet<>();

    @BeforeEach
    void serve() {
        world.serving(Plans.canary("1", "nginx"));
        world.metrics = (query, at) -> new Measurement.Value(0.001);
    }

    @Test
    void itRunsTheOldVersionAndGrowsWithTheCanaryBeforeTrafficDoes() {
        world.afterTick = state -> {
            if (state.phase() == Phase.VERIFY) {
                sizes.add(state.weight() + " %: " + ready("shop-canary") + " " + ready("shop-baseline"));
                assertThat(versions()).containsOnly("1");
            }
        };

        RolloutState end = world.run(comparing());

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(sizes).containsExactly("25 %: 1 1", "50 %: 2 2", "100 %: 4 4");
    }

    @Test
    void metricsOfTheCanaryAreComparedWithItsPods() {
        List<String> queries = new ArrayList<>();
        world.metrics = (query, at) -> {
            queries.add(query);
            return new Measurement.Value(0.1);
        };

        world.run(comparing());

        assertThat(queries)
                .anyMatch(query -> query.contains("shop-baseline-"))
                .noneMatch(query -> query.contains("shop-[^"));
    }

    @Test
    void itIsGoneBeforeTheNewVersionServesAllTraffic() {
        world.withoutLosingRequests();

        RolloutState end = world.run(comparing());

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.cluster.get(Deployment.class, "shop-baseline")).isEmpty();
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
    }

    @Test
    void itIsGoneOnEveryWayBack() {
        RolloutState all = world.copy().run(comparing());
        for (int i = 5; i < all.transitions().size() - 4; i++) {
            int at = i;
            Simulation again = world.copy().withoutLosingRequests();
            again.metrics = (query, now) -> new Measurement.Value(0.001);
            again.beforeTick = state -> state.transitions().size() >= at ? state.aborted("stop") : state;

            RolloutState end = again.run(comparing());

            assertThat(again.cluster.get(Deployment.class, "shop-baseline"))
                    .as("at %s", at)
                    .isEmpty();
            assertThat(again.controllers.traffic())
                    .as("%s", end.ending())
                    .containsKey(end.phase() == Phase.COMPLETED ? "2" : "1")
                    .hasSize(1);
        }
    }

    @Test
    void withoutItNothingIsMeasuredAndTheRolloutSaysWhy() {
        world.controllers.neverReady.add("shop-baseline:1");

        RolloutState end = world.run(comparing());

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.verdicts()).isEmpty();
        assertThat(end.ending().reason())
                .startsWith("1 baseline pods of version 1 are needed to compare with: 0 of 1 pods are available");
    }

    private static RolloutPlan comparing() {
        MetricSpec metric = MetricArguments.parse(
                        "metrics",
                        List.of(Map.of("preset", "latency-p95", "maxIncrease", "20%")),
                        List.of("prometheus"))
                .get(0);
        RolloutPlan plan = Plans.canary("2", "nginx", metric);
        return plan.routing(plan.canary().comparing(true));
    }

    private Set<String> versions() {
        Set<String> versions = new LinkedHashSet<>();
        world.cluster
                .all(Pod.class, pod -> pod.getMetadata().getName().startsWith("shop-baseline-"))
                .forEach(pod -> versions.add(pod.getMetadata().getAnnotations().get("version")));
        return versions;
    }

    private int ready(String deployment) {
        return world.cluster
                .get(Deployment.class, deployment)
                .map(Workloads::ready)
                .orElse(0);
    }
}
