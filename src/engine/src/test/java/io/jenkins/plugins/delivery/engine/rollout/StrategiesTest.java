package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategiesTest {
    private final Simulation world = new Simulation();

    @Test
    void firstBlueGreenDeploymentGoesToBlue() {
        RolloutState end = world.run(Plans.blueGreen("1"));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
        assertThat(replicas("shop-blue")).isEqualTo(4);
        assertThat(end.transitions())
                .filteredOn(step -> step.to() == Phase.RETIRE)
                .singleElement()
                .satisfies(step -> assertThat(step.reason()).isEqualTo("there is no earlier version to keep"));
    }

    @Test
    void blueGreenChecksThePreviewSwitchesAndKeepsTheOldColour() {
        world.serving(Plans.blueGreen("1")).withoutLosingRequests();
        world.checks = key -> {
            assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
            return null;
        };

        RolloutState end = world.run(Plans.blueGreen("2"));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.checked).containsExactly("preview");
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
        assertThat(replicas("shop-blue")).isZero();
        assertThat(Duration.between(end.startedAt(), end.since())).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void blueGreenIsAsLargeAsWhatServesNow() {
        world.serving(Plans.blueGreen("1"));
        world.cluster.patch(
                world.cluster.get(Deployment.class, "shop-blue").orElseThrow(), Map.of("spec", Map.of("replicas", 9)));
        world.controllers.settle();

        world.run(Plans.blueGreen("2"));

        assertThat(replicas("shop-green")).isEqualTo(9);
    }

    @Test
    void blueGreenThatNeverBecomesReadyChangesNothingForUsers() {
        world.serving(Plans.blueGreen("1")).withoutLosingRequests();
        world.controllers.neverReady.add("2");

        RolloutState end = world.run(Plans.blueGreen("2"));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().reason())
                .contains("0 of 4 pods are available", "readiness probe fails", "gave up after 10m");
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
        assertThat(replicas("shop-green")).isZero();
    }

    @Test
    void failedPreviewChecksNeverReachUsers() {
        world.serving(Plans.blueGreen("1")).withoutLosingRequests();
        world.checks = key -> "GET /healthz answered 500";

        RolloutState end = world.run(Plans.blueGreen("2"));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().reason()).isEqualTo("the checks failed at preview: GET /healthz answered 500");
        assertThat(end.verdicts()).isEmpty();
        assertThat(world.cluster
                        .get(Service.class, "shop")
                        .orElseThrow()
                        .getSpec()
                        .getSelector())
                .containsEntry("delivery.jenkins.io/color", "blue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "replicas"})
    void canaryRisesStepByStepAndIsPromoted(String router) {
        world.serving(Plans.canary("1", router)).withoutLosingRequests();
        world.metrics = (query, at) -> new Measurement.Value(0.001);

        RolloutState end = world.run(Plans.canary("2", router, Plans.errorRate().get(0)));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.checked).containsExactly("weight-25", "weight-50", "weight-100");
        assertThat(end.verdicts()).hasSize(3).allMatch(v -> v.reason().equals("0.1 %, limit at most 1 %"));
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
        assertThat(replicas("shop")).isEqualTo(4);
        assertThat(world.cluster.get(Deployment.class, "shop-canary")).isEmpty();
        assertThat(world.cluster.get(Ingress.class, "shop-canary")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "replicas"})
    void canaryWithBadMetricsIsTakenBack(String router) {
        world.serving(Plans.canary("1", router)).withoutLosingRequests();
        world.metrics = (query, at) -> new Measurement.Value(0.25);

        RolloutState end = world.run(Plans.canary("2", router, Plans.errorRate().get(0)));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().reason()).isEqualTo("at 25 %: error-rate: 25 %, above the limit of 1 %");
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
        assertThat(replicas("shop")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "replicas"})
    void withoutDataTheCanaryIsHeldAndThenTakenBack(String router) {
        world.serving(Plans.canary("1", router)).withoutLosingRequests();

        RolloutState end = world.run(Plans.canary("2", router, Plans.errorRate().get(0)));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().reason()).contains("cannot tell at 25 %; held for 10m", "no data for the new version");
        assertThat(end.transitions()).noneMatch(transition -> transition.weight() > 25);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
    }

    @Test
    void canaryComesBackFromAnOutageOfTheMetrics() {
        world.serving(Plans.canary("1", "nginx")).withoutLosingRequests();
        var outage = world.now.plus(Duration.ofMinutes(5));
        world.metrics = (query, at) ->
                at.isBefore(outage) ? new Measurement.Failed("connection refused") : new Measurement.Value(0);

        RolloutState end =
                world.run(Plans.canary("2", "nginx", Plans.errorRate().get(0)));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(end.verdicts()).anyMatch(v -> v.reason().contains("connection refused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "replicas"})
    void stableThatCannotTakeTheNewVersionGetsTheOldOneBack(String router) {
        world.serving(Plans.canary("1", router)).withoutLosingRequests();
        world.beforeTick = state -> {
            if (state.phase() == Phase.PROMOTE) {
                world.controllers.neverReady.add("shop:2");
            }
            return state;
        };

        RolloutState end = world.run(Plans.canary("2", router));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
        assertThat(replicas("shop")).isEqualTo(4);
    }

    @Test
    void canaryOfADeploymentThatNobodyLabelledFirstTellsItsPodsApart() {
        world.serving(Plans.rolling("1")).withoutLosingRequests();

        RolloutState end = world.run(Plans.canary("2", "nginx"));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
    }

    @Test
    void rollingDeploymentUndoesWhatDoesNotBecomeReady() {
        world.serving(Plans.rolling("1")).withoutLosingRequests();
        world.controllers.neverReady.add("2");

        RolloutState end = world.run(Plans.rolling("2"));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
        assertThat(world.cluster.fingerprint()).contains("hello 1").doesNotContain("hello 2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous", "1"})
    void rollbackBringsTheReleaseBackWithItsConfiguration(String to) {
        world.serving(Plans.rolling("1")).serving(Plans.rolling("2")).withoutLosingRequests();

        RolloutState end = world.run(Plans.rollback(to));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(end.facts().toVersion()).isEqualTo("1");
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
        assertThat(world.cluster
                        .get(io.fabric8.kubernetes.api.model.ConfigMap.class, "shop-config")
                        .orElseThrow()
                        .getData())
                .containsEntry("greeting", "hello 1");
    }

    @Test
    void rollbackOfBlueGreenIsASwitchWhileTheOldColourIsUp() {
        world.serving(Plans.blueGreen("1")).serving(Plans.blueGreen("2")).withoutLosingRequests();
        world.cluster.patch(
                world.cluster.get(Deployment.class, "shop-blue").orElseThrow(), Map.of("spec", Map.of("replicas", 4)));
        world.controllers.settle();

        RolloutState end = world.run(Plans.rollback("previous"));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
        assertThat(Duration.between(end.startedAt(), end.since())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aVersionThatWasRolledBackFromIsNotThePreviousOne() {
        world.serving(Plans.rolling("1")).serving(Plans.rolling("2")).serving(Plans.rollback("previous"));
        world.serving(Plans.rolling("3"));

        assertThat(world.run(Plans.rollback("previous")).facts().toVersion()).isEqualTo("1");
    }

    @Test
    void rollbackToAVersionThatNobodyKeptSaysWhichThereAre() {
        world.serving(Plans.rolling("1.4.0"));

        RolloutState end = world.run(Plans.rollback("1.4.1"));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().reason())
                .isEqualTo("to: no release '1.4.1' of 'shop' is kept; did you mean '1.4.0'? (kept are 1.4.0)");
        assertThat(world.seen)
                .containsOnly(
                        "created Lease shop-rollout", "replaced ConfigMap shop-rollout", "deleted Lease shop-rollout");
    }

    @Test
    void objectsOfOthersAreAConflictBeforeAnythingIsTouchedUnlessTheyMayBeTakenOver() {
        world.serving(Plans.rolling("1"));
        Service service = world.cluster.get(Service.class, "shop").orElseThrow();
        service.getMetadata().setLabels(Map.of());
        world.cluster.put(service);
        world.cluster.foreign.add("Service/shop");
        world.seen.clear();

        RolloutState refused = world.run(Plans.canary("2", "nginx"));

        assertThat(refused.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(refused.ending().reason()).isEqualTo("Service/shop belongs to kubectl");
        assertThat(world.seen)
                .containsOnly(
                        "created Lease shop-rollout", "replaced ConfigMap shop-rollout", "deleted Lease shop-rollout");
        assertThat(world.run(Plans.canary("2", "nginx").takingOver(true)).phase())
                .isEqualTo(Phase.COMPLETED);
    }

    @Test
    void aSecondRolloutWaitsForTheFirstAndTakesOverWhenItsBuildIsOver() {
        world.serving(Plans.rolling("1"));
        RolloutPlan first = Plans.rolling("2");
        new RolloutLease(world.cluster, first).take(holder -> false, world.now);
        world.beforeTick = state -> {
            if (world.now.isAfter(state.startedAt().plus(Duration.ofMinutes(3)))) {
                world.finishedBuilds.add(first.holder());
            }
            return state;
        };

        RolloutState end = world.run(Plans.rolling("3"));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(Duration.between(end.startedAt(), end.since())).isGreaterThan(Duration.ofMinutes(3));
    }

    @Test
    void theDeadlineComesFromTheStateAlone() {
        world.serving(Plans.blueGreen("1")).withoutLosingRequests();
        world.beforeTick = state -> state.phase() == Phase.BODY ? state.bodyStarted() : state;

        RolloutPlan plan = Plans.blueGreen("2");
        RolloutState begin = RolloutState.begin(plan, world.now.minus(Duration.ofMinutes(61)));
        RolloutState end = world.run(plan, begin);

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().cause()).isEqualTo(Ending.Cause.DEADLINE);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
    }

    private int replicas(String deployment) {
        return Workloads.wanted(world.cluster.get(Deployment.class, deployment).orElseThrow());
    }
}
