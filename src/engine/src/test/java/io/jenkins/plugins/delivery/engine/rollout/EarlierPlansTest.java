package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.rollout.group.GroupState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rollout that began before an update of the plugin ends after it: its JSON, as it was kept then, still loads. */
class EarlierPlansTest {
    @Test
    void aPlanWhoseWeightsWereItsOwnFieldsIsACanary() throws IOException {
        RolloutPlan plan = RolloutPlan.fromJson(text("plan-0.1.json"));

        assertThat(plan.canary()).isEqualTo(CanaryPlan.of(List.of(25, 50, 100), "nginx"));
        assertThat(plan.blueGreen()).isEqualTo(BlueGreenPlan.SERVICE);
        assertThat(plan.guard()).isEqualTo(Guard.NONE);
        assertThat(plan.group()).isEqualTo(GroupPlan.NONE);
        assertThat(plan.newestWins()).isFalse();
        assertThat(plan.metrics()).hasSize(1);
        assertThat(RolloutPlan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void aPlanWithoutWeightsLoads() throws IOException {
        RolloutPlan plan = RolloutPlan.fromJson(text("rollback-0.1.json"));

        assertThat(plan.to()).isEqualTo("previous");
        assertThat(plan.strategy()).isEqualTo(StrategyKind.ROLLBACK);
    }

    @Test
    void aRolloutThatWasHalfWayGoesOnToItsEnd() throws IOException {
        Simulation world = new Simulation();
        world.serving(Plans.canary("1", "nginx"));
        world.metrics = (query, at) -> new Measurement.Value(0.001);
        RolloutPlan plan = RolloutPlan.fromJson(text("plan-0.1.json"));
        RolloutState state = RolloutState.fromJson(text("state-0.1.json"));
        assertThat(state.phase()).isEqualTo(Phase.OBSERVE);
        assertThat(state.weight()).isEqualTo(50);
        world.now = Instant.parse("2026-03-02T10:00:30.060Z");
        world.beforeTick = before -> before.phase() == Phase.OBSERVE && before.step() == 1 ? state : before;

        assertThat(world.run(plan).phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void fieldsThatANewerReleaseWroteAreNoHindrance() throws IOException {
        String newer = text("state-0.1.json").replaceFirst("\\{", "{\"mood\":\"good\",");

        assertThat(RolloutState.fromJson(newer)).isEqualTo(RolloutState.fromJson(text("state-0.1.json")));
    }

    @Test
    void severalServicesThatWereHalfWayLoadInTheirOrder() throws IOException {
        RolloutState state = RolloutState.fromJson(text("state-0.1.json"));

        GroupState group = GroupState.fromJson(text("group-0.1.json"));

        assertThat(group.states()).containsExactly(Map.entry("shop", state), Map.entry("cart", state));
        assertThat(group.through()).containsExactly("shop", "cart");
        assertThat(group.abort()).isEqualTo("Ann: enough");
        assertThat(GroupState.fromJson(group.toJson())).isEqualTo(group);
        assertThat(group.toJson()).startsWith("{\"states\":{\"shop\":{").endsWith("\"abort\":\"Ann: enough\"}");
    }

    @Test
    void aDecisionWhoseTimeIsANumberLoads() throws IOException {
        RolloutDecision decision = RolloutDecision.fromJson(text("decision-0.1.json"));

        assertThat(decision)
                .isEqualTo(new RolloutDecision(
                        RolloutDecision.Kind.ABORT,
                        "Ann (ann)",
                        Instant.parse("2026-03-02T10:04:05.250Z"),
                        "too slow",
                        "10.0.0.7"));
        assertThat(RolloutDecision.fromJson(decision.toJson())).isEqualTo(decision);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = EarlierPlansTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
