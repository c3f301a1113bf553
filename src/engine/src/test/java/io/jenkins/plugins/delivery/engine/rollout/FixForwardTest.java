package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version that serves is broken: the new one is not held up by it, and nothing goes back to it. */
class FixForwardTest {
    private final Simulation world = new Simulation();

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "replicas"})
    void aCanaryOfABrokenVersionTakesItsPlaceAtOnce(String router) {
        world.serving(Plans.canary("1", router));
        breakDown("1");

        RolloutState end = world.run(Plans.canary("2", router, Plans.errorRate().get(0)));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
        assertThat(world.checked).containsExactly("end");
        assertThat(end.transitions().get(1).reason())
                .isEqualTo("version 1 has no pod that is ready: version 2 takes its place at once, and there is"
                        + " nothing good to go back to");
    }

    @Test
    void blueGreenSwitchesAwayFromABrokenColour() {
        world.serving(Plans.blueGreen("1"));
        breakDown("1");

        RolloutState end = world.run(Plans.blueGreen("2"));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANARY", "BLUE_GREEN"})
    void aNewVersionThatIsBrokenTooLeavesEverythingAsItWas(StrategyKind strategy) {
        world.serving(plan(strategy, "1"));
        breakDown("1");
        world.controllers.neverReady.add("2");

        RolloutState end = world.run(plan(strategy, "2"));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.transitions().get(end.transitions().size() - 2).reason())
                .isEqualTo("everything is as it was: version 1 had no pod that was ready before, either");
        assertThat(world.cluster.fingerprint()).contains("registry/shop:1").doesNotContain("hello 2\"");
    }

    @Test
    void aNewVersionThatServesIsNotTakenFromUsersForABrokenOne() {
        world.serving(Plans.canary("1", "nginx"));
        breakDown("1");
        world.checks = key -> "GET /orders answered 500";

        RolloutState end = world.run(Plans.canary("2", "nginx"));

        assertThat(end.phase()).isEqualTo(Phase.STUCK);
        assertThat(end.ending().reason()).isEqualTo("the checks failed at end: GET /orders answered 500");
        assertThat(end.waitingFor())
                .isEqualTo("version 2 was to be taken back, but version 1 has no pod that is ready: version 2 keeps"
                        + " serving until somebody decides");
        assertThat(end.recovery()).contains("kubectl -n shop-prod rollout undo deployment/shop");
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
    }

    @Test
    void afterTheSwitchTrafficStaysWithTheOnlyColourThatServes() {
        world.serving(Plans.blueGreen("1"));
        breakDown("1");
        world.beforeTick = state -> state.phase() == Phase.KEEP ? state.aborted("stop") : state;
        RolloutPlan plan = Plans.blueGreen("2");

        RolloutState end = world.run(plan);

        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
        assertThat(end.phase()).isEqualTo(Phase.STUCK);
    }

    @Test
    void aColourThatRecoveredMeanwhileIsGoneBackTo() {
        world.serving(Plans.blueGreen("1"));
        breakDown("1");
        world.beforeTick = state -> {
            if (state.phase() == Phase.KEEP) {
                world.controllers.neverReady.clear();
                world.controllers.settle();
                return state.aborted("stop");
            }
            return state;
        };

        RolloutState end = world.run(Plans.blueGreen("2"));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
    }

    private static RolloutPlan plan(StrategyKind strategy, String version) {
        return strategy == StrategyKind.CANARY ? Plans.canary(version, "nginx") : Plans.blueGreen(version);
    }

    private void breakDown(String version) {
        world.controllers.neverReady.add(version);
        world.controllers.settle();
        world.metrics = (query, at) -> new Measurement.Value(0.001);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("nobody", 100.0));
    }
}
