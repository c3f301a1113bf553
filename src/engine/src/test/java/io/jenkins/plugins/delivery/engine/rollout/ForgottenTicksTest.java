package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.rollout.Stories.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A controller that died may not have kept the state of its last ticks: it goes on from one that is older than what
 * happened. How it ends has to be true of what serves then. Transitions are sampled from the last on; with
 * {@code -Drollout.exhaustive=true} it is every pair of them.
 */
class ForgottenTicksTest {
    private static final String STORIES = "io.jenkins.plugins.delivery.engine.rollout.Stories";
    private static final boolean EXHAUSTIVE = Boolean.getBoolean("rollout.exhaustive");

    /** Before it is planned a rollout knows nothing: it is planned anew, from what is there. */
    private static final int PLANNED = 2;

    @ParameterizedTest
    @MethodSource(STORIES + "#serving")
    void goingOnFromAnOlderStateEndsAsItSaysItDoes(Story story) {
        int last = transitions(story);
        for (int at = last; at >= 2; at -= EXHAUSTIVE ? 1 : 6) {
            for (int older = EXHAUSTIVE ? PLANNED : Math.max(PLANNED, at - 3);
                    older < at;
                    older += EXHAUSTIVE ? 1 : 3) {
                Simulation world = story.world().get().withoutLosingRequests();
                Map<String, Double> before = world.controllers.traffic();
                RolloutPlan plan = story.plan().get();
                RolloutState kept = until(world, plan, older, at);

                verified(world, world.run(plan, kept), before, "back from transition " + at + " to " + older);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(STORIES + "#serving")
    void anAbortThatWasForgottenLeavesNoRolloutCompletedThatIsNot(Story story) {
        int last = transitions(story);
        for (int at = last; at >= 1; at -= EXHAUSTIVE ? 1 : 4) {
            Simulation world = story.world().get().withoutLosingRequests();
            Map<String, Double> before = world.controllers.traffic();
            RolloutPlan plan = story.plan().get();
            RolloutState kept = until(world, plan, at, at);
            var calm = world.beforeTick;
            world.beforeTick = state -> state;
            world.run(plan, kept.aborted("somebody pressed stop"));
            world.beforeTick = calm;

            verified(world, world.run(plan, kept), before, "aborted at " + at);
        }
    }

    private static void verified(Simulation world, RolloutState end, Map<String, Double> before, String why) {
        Map<String, Double> now = world.controllers.traffic();
        switch (end.phase()) {
            case COMPLETED ->
                assertThat(now).as("completed, %s", why).hasSize(1).isNotEqualTo(before);
            case ROLLED_BACK -> assertThat(now).as("rolled back, %s", why).isEqualTo(before);
            default -> {
                assertThat(now)
                        .as("%s, %s: %s", end.phase(), why, end.waitingFor())
                        .hasSize(1);
                assertThat(end.recovery()).as(why).isNotEmpty();
            }
        }
    }

    private static int transitions(Story story) {
        return story.world().get().run(story.plan().get()).transitions().size();
    }

    /** Runs until a number of transitions is reached, and returns the state that was kept at an earlier number. */
    private static RolloutState until(Simulation world, RolloutPlan plan, int keep, int at) {
        List<RolloutState> kept = new ArrayList<>();
        RolloutState state = RolloutState.begin(plan, world.now);
        while (!state.phase().isFinal() && state.transitions().size() < at) {
            if (kept.isEmpty() && state.transitions().size() >= keep) {
                kept.add(state);
            }
            state = world.turn(plan, world.beforeTick.apply(state));
        }
        return kept.isEmpty() ? state : kept.get(0);
    }
}
