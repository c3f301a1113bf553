package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a rollout waits for people, and what they can say. */
class CanaryPauseTest {
    private final Simulation world = new Simulation();

    @BeforeEach
    void serve() {
        world.serving(Plans.canary("1", "nginx")).withoutLosingRequests();
        world.metrics = (query, at) -> new Measurement.Value(0.001);
    }

    @Test
    void aPauseWaitsForSomebodyToPromoteWithoutCountingAgainstTheDeadline() {
        RolloutPlan plan = pausing();
        decideWhen(Phase.PAUSE, Duration.ofHours(5), Kind.PROMOTE, plan);

        RolloutState end = world.run(plan);

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(end.transitions())
                .anyMatch(step -> step.from() == Phase.PAUSE && step.weight() == 50 && step.to() == Phase.SHIFT);
        assertThat(end.transitions())
                .filteredOn(step -> step.to() == Phase.PAUSE)
                .hasSize(1);
        assertThat(end.decisions()).singleElement().satisfies(said -> assertThat(said.words())
                .isEqualTo("promoted by Ann (ann): looks good"));
    }

    @Test
    void thePauseSaysWhatItWaitsForAndUntilWhen() {
        RolloutPlan plan = pausing();
        RolloutState[] paused = {null};
        world.beforeTick = state -> {
            boolean told = state.phase() == Phase.PAUSE && !state.waitingFor().contains("passed");
            paused[0] = told ? state : paused[0];
            return told ? state.aborted("enough is seen") : state;
        };

        world.run(plan);

        assertThat(paused[0].waitingFor())
                .isEqualTo("paused; waiting at 50 % for somebody to promote or abort, until "
                        + paused[0].since().plus(Duration.ofDays(1)));
    }

    @Test
    void nobodyDecidesInTimeSoItGoesBack() {
        RolloutState end = world.run(pausing());

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending()).isEqualTo(new Ending(Ending.Cause.DEADLINE, "nobody decided at 50 % within 1d"));
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
    }

    @Test
    void badMetricsTakeItBackWhileItIsPausedAndMissingOnesDoNot() {
        Instant bad = world.now.plus(Duration.ofHours(3));
        Instant silent = world.now.plus(Duration.ofHours(1));
        world.metrics = (query, at) -> at.isBefore(silent)
                ? new Measurement.Value(0.001)
                : at.isBefore(bad) ? new Measurement.Missing("nothing", true) : new Measurement.Value(0.5);

        RolloutState end = world.run(pausing());

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().cause()).isEqualTo(Ending.Cause.UNHEALTHY);
        assertThat(end.ending().reason()).startsWith("at 50 %: error-rate: 50 %");
        assertThat(end.since()).isBetween(bad, bad.plus(Duration.ofMinutes(3)));
    }

    @Test
    void abortAtThePauseNamesWhoDidIt() {
        RolloutPlan plan = pausing();
        decideWhen(Phase.PAUSE, Duration.ZERO, Kind.ABORT, plan);

        RolloutState end = world.run(plan);

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending()).isEqualTo(new Ending(Ending.Cause.ABORTED, "aborted by Ann (ann): looks good"));
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
    }

    @Test
    void aHoldKeepsTheWeightUntilSomebodyPromotes() {
        RolloutPlan plan = Plans.canary("2", "nginx", Plans.errorRate().get(0));
        Instant[] held = {null};
        world.beforeTick = state -> {
            if (state.phase() == Phase.OBSERVE && held[0] == null) {
                held[0] = world.now;
                return state.decided(plan, decision(Kind.HOLD, world.now));
            }
            boolean enough = held[0] != null && world.now.isAfter(held[0].plus(Duration.ofHours(4)));
            return enough && state.held().isPresent() ? state.decided(plan, decision(Kind.PROMOTE, world.now)) : state;
        };

        RolloutState end = world.run(plan);

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(end.transitions())
                .filteredOn(step -> step.to() == Phase.PAUSE)
                .singleElement()
                .satisfies(step -> assertThat(step.weight()).isEqualTo(25));
        assertThat(Duration.between(end.startedAt(), end.since())).isGreaterThan(Duration.ofHours(4));
    }

    @Test
    void heldBeforeTheFirstWeightNoTrafficMoves() {
        RolloutPlan plan = impatient();
        world.beforeTick = state -> {
            if (state.phase() == Phase.READY && state.decisions().isEmpty()) {
                return state.decided(plan, decision(Kind.HOLD, world.now));
            }
            if (state.phase() == Phase.PAUSE) {
                assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
            }
            return state;
        };

        RolloutState end = world.run(plan);

        assertThat(end.ending().reason()).isEqualTo("nobody decided at 0 % within 2h");
    }

    @Test
    void heldAfterTheLastWeightStableIsNotReplaced() {
        RolloutPlan plan = impatient();
        world.beforeTick =
                state -> state.phase() == Phase.PROMOTE && state.decisions().isEmpty()
                        ? state.decided(plan, decision(Kind.HOLD, world.now))
                        : state;

        RolloutState end = world.run(plan);

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.transitions()).noneMatch(step -> step.to() == Phase.DRAIN);
        assertThat(end.ending().reason()).isEqualTo("nobody decided at 100 % within 2h");
    }

    @Test
    void aHeldBlueGreenReleaseIsNotSwitched() {
        Simulation other = new Simulation().serving(Plans.blueGreen("1"));
        RolloutPlan plan = Plans.blueGreen("2");
        other.beforeTick = state -> {
            if (state.phase() == Phase.APPLY) {
                return state.decided(plan, decision(Kind.HOLD, other.now));
            }
            boolean enough = Duration.between(state.since(), other.now).compareTo(Duration.ofHours(2)) > 0;
            if (state.phase() == Phase.PAUSE) {
                assertThat(other.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
                return enough ? state.decided(plan, decision(Kind.PROMOTE, other.now)) : state;
            }
            return state;
        };

        RolloutState end = other.run(plan);

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(other.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() {
        RolloutPlan plan = Plans.canary("2", "nginx");
        RolloutState begin = RolloutState.begin(plan, world.now);
        RolloutPlan rolling = Plans.rolling("2");

        assertThatThrownBy(() -> begin.decided(plan, decision(Kind.PROMOTE, world.now)))
                .hasMessage("The rollout of shop cannot be promoted: nothing waits for a decision.");
        assertThatThrownBy(() -> begin.decided(plan, decision(Kind.HOLD, world.now))
                        .decided(plan, decision(Kind.HOLD, world.now)))
                .hasMessage("The rollout of shop cannot be held: it is already held by Ann (ann): looks good.");
        assertThatThrownBy(() -> begin.decided(rolling, decision(Kind.HOLD, world.now)))
                .hasMessage("The rollout of shop cannot be held: a rolling deployment has no steps to hold at.");
        assertThatThrownBy(() -> begin.aborted("stop").decided(plan, decision(Kind.HOLD, world.now)))
                .hasMessage("The rollout of shop cannot be held: it is settled how it ends.");
        assertThatThrownBy(() -> world.run(plan).decided(plan, decision(Kind.ABORT, world.now)))
                .hasMessage("The rollout of shop cannot be aborted: it is over.");
    }

    private static RolloutPlan pausing() {
        RolloutPlan plan = Plans.canary("2", "nginx", Plans.errorRate().get(0));
        return plan.routing(plan.canary().pausing(List.of(50)));
    }

    private static RolloutPlan impatient() {
        RolloutPlan plan = Plans.canary("2", "nginx");
        return plan.within(plan.timing().pausing(Duration.ofHours(2)));
    }

    private void decideWhen(Phase phase, Duration after, Kind kind, RolloutPlan plan) {
        world.beforeTick = state -> state.phase() == phase
                        && state.decisions().isEmpty()
                        && !world.now.isBefore(state.since().plus(after))
                ? state.decided(plan, decision(kind, world.now))
                : state;
    }

    private static RolloutDecision decision(Kind kind, Instant at) {
        return new RolloutDecision(kind, "Ann (ann)", at, "looks good", "192.0.2.7");
    }
}
