package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.rollout.status.RolloutCounts;
import io.jenkins.plugins.delivery.engine.rollout.status.RolloutStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutStatusTest {
    private final Simulation world = new Simulation();
    private final RolloutCounts counts = new RolloutCounts();
    private final List<String> problems = new ArrayList<>();
    private RolloutState shown;

    @BeforeEach
    void versionOneServes() {
        world.metrics = (query, at) -> new Measurement.Value(0.001);
        world.serving(Plans.canary("1", "nginx"));
    }

    @Test
    void whatHappensIsReadableInTheClusterAndSaidOnce() {
        RolloutPlan plan = Plans.canary("2", "nginx", Plans.errorRate().get(0));

        shown(plan, 2);

        assertThat(record().getData())
                .containsEntry("phase", "completed")
                .containsEntry("weight", "100")
                .containsEntry("version", "2")
                .containsEntry("previousVersion", "1")
                .containsEntry("build", plan.holder())
                .containsEntry("message", "version 2 serves");
        assertThat(record().getMetadata().getLabels())
                .containsEntry(Labels.PHASE, "completed")
                .containsEntry(Labels.WEIGHT, "100");
        assertThat(events())
                .extracting(Event::getReason)
                .containsOnlyOnce("RolloutStarted", "RolloutCompleted")
                .contains("TrafficShifted", "AnalysisPassed");
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.getInvolvedObject().getName()).isEqualTo("shop");
            assertThat(event.getCount()).isEqualTo(2);
        });
        assertThat(counts.text())
                .contains(
                        "delivery_rollouts_started_total{app=\"shop\",environment=\"production\",strategy=\"canary\"} 1")
                .contains("delivery_rollouts_ended_total{app=\"shop\",environment=\"production\",strategy=\"canary\","
                        + "outcome=\"completed\"} 1")
                .doesNotContain("delivery_rollouts_under_way{");
    }

    @Test
    void aRolloutThatGoesBackWarns() {
        world.metrics = (query, at) -> new Measurement.Value(0.5);

        shown(Plans.canary("2", "nginx", Plans.errorRate().get(0)), 1);

        assertThat(events())
                .filteredOn(event -> event.getType().equals("Warning"))
                .extracting(Event::getReason)
                .containsExactlyInAnyOrder("RollingBack", "RolledBack");
        assertThat(record().getData()).containsEntry("phase", "rolled-back").containsEntry("weight", "0");
        assertThat(record().getData().get("message")).startsWith("at 25 %: error-rate: ");
    }

    @Test
    void aClusterThatTakesNoEventsIsToldAboutAndChangesNothing() {
        world.cluster.hook = (moment, verb, kind) -> {
            if (kind.equals("Event")) {
                throw new ClusterException(Kind.FORBIDDEN, "may not create Events", null);
            }
        };

        RolloutState end = shown(Plans.canary("2", "nginx"), 1);

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(problems).contains("the cluster does not show this rollout: may not create Events");
    }

    /** Rolls out, and shows each state so often: a driver that was killed in between shows it again. */
    private RolloutState shown(RolloutPlan plan, int times) {
        shown = RolloutState.begin(plan, world.now);
        world.afterTick = state -> {
            counts.note(plan, shown, state);
            for (int i = 0; i < times; i++) {
                Optional<String> problem = new RolloutStatus(world.cluster, world.clock()).publish(plan, shown, state);
                problem.ifPresent(problems::add);
            }
            shown = state;
        };
        return world.run(plan);
    }

    private ConfigMap record() {
        return world.cluster.get(ConfigMap.class, "shop-rollout").orElseThrow();
    }

    private List<Event> events() {
        return world.cluster.all(Event.class, any -> true);
    }
}
