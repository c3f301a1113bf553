package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.analysis.Verdict;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long metrics are watched, what is forgiven, and what is not. */
class WatchTest {
    private final Simulation world = new Simulation();

    @BeforeEach
    void serve() {
        world.serving(Plans.canary("1", "nginx"));
    }

    @Test
    void theFirstLookComesAfterTheWarmUpAndTheOthersAfterEachInterval() {
        world.metrics = (query, at) -> new Measurement.Value(0);

        RolloutState end = world.run(Plans.canary("2", "nginx", metric(Map.of())));

        Instant traffic = first(end, Phase.VERIFY);
        assertThat(end.verdicts()).hasSize(3);
        assertThat(Duration.between(traffic, end.verdicts().get(0).at()))
                .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(2).plusSeconds(5));
        assertThat(Duration.between(
                        end.verdicts().get(0).at(), end.verdicts().get(1).at()))
                .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(1).plusSeconds(40));
    }

    @Test
    void aCriticalMetricGoesBackAtItsFirstFailure() {
        world.metrics = (query, at) -> new Measurement.Value(1);

        RolloutState end = world.run(Plans.canary("2", "nginx", metric(Map.of())));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.verdicts()).extracting(Verdict::outcome).containsExactly(Outcome.FAIL);
    }

    @Test
    void failuresAreForgivenInTheWholeRolloutAndTheWeightIsHeldMeanwhile() {
        world.metrics = (query, at) -> new Measurement.Value(1);

        RolloutState end = world.run(Plans.canary("2", "nginx", metric(Map.of("critical", false))));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.verdicts()).hasSize(4).allMatch(verdict -> verdict.weight() == 25);
    }

    @Test
    void aForgivenFailureNeedsAGoodLookBeforeTheNextWeight() {
        int[] looks = {0};
        world.metrics = (query, at) -> new Measurement.Value(query.contains("increase") || looks[0]++ != 0 ? 0 : 1);

        RolloutState end = world.run(Plans.canary("2", "nginx", metric(Map.of("failures", 1))));

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(end.verdicts())
                .extracting(verdict -> verdict.weight() + " " + verdict.outcome())
                .containsExactly("25 FAIL", "25 PASS", "50 PASS", "100 PASS");
    }

    @Test
    void withoutDataItGoesBackAtOnceIfThatIsThePolicy() {
        RolloutState end = world.run(Plans.canary("2", "nginx", metric(Map.of("onNoData", "ROLLBACK"))));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.verdicts()).hasSize(1);
    }

    @Test
    void aProviderThatDoesNotAnswerIsAskedAgainSoonFourTimesThenEveryInterval() {
        world.metrics = (query, at) -> new Measurement.Failed("connection refused");

        RolloutState end = world.run(Plans.canary("2", "nginx", metric(Map.of())));

        assertThat(end.ending().reason()).contains("held for 10m", "connection refused");
        List<Instant> looks = end.verdicts().stream().map(Verdict::at).toList();
        assertThat(Duration.between(looks.get(0), looks.get(4))).isEqualTo(Duration.ofSeconds(40));
        assertThat(Duration.between(looks.get(4), looks.get(5))).isEqualTo(Duration.ofMinutes(1));
        assertThat(Duration.between(looks.get(0), looks.get(looks.size() - 1)))
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @Test
    void aRolloutThatLostItsLeaseStopsBeforeItActs() {
        world.metrics = (query, at) -> new Measurement.Value(0);
        RolloutPlan other = Plans.rolling("9");
        world.beforeTick = state -> {
            if (state.phase() == Phase.OBSERVE && state.step() == 1) {
                new RolloutLease(world.cluster, other).take(holder -> true, world.now);
                world.seen.clear();
            }
            return state;
        };

        RolloutState end = world.run(Plans.canary("2", "nginx", metric(Map.of())));

        assertThat(end.phase()).isEqualTo(Phase.STUCK);
        assertThat(end.waitingFor()).contains(other.holder() + " took the lease");
        assertThat(world.seen).isEmpty();
        assertThat(end.recovery()).isNotEmpty();
    }

    @Test
    void aLeaseThatSomebodyDeletedIsTakenAgain() {
        world.metrics = (query, at) -> new Measurement.Value(0);
        world.beforeTick = state -> {
            world.cluster
                    .get(io.fabric8.kubernetes.api.model.coordination.v1.Lease.class, "shop-rollout")
                    .ifPresent(world.cluster::remove);
            return state;
        };

        assertThat(world.run(Plans.canary("2", "nginx", metric(Map.of()))).phase())
                .isEqualTo(Phase.COMPLETED);
    }

    private static Instant first(RolloutState end, Phase phase) {
        return end.transitions().stream()
                .filter(transition -> transition.to() == phase)
                .findFirst()
                .orElseThrow()
                .at();
    }

    private static MetricSpec metric(Map<String, Object> more) {
        Map<String, Object> metric = new java.util.HashMap<>(more);
        metric.put("preset", "error-rate");
        metric.put("max", 0.01);
        return MetricArguments.parse("metrics", List.of(metric), List.of("prometheus"))
                .get(0);
    }
}
