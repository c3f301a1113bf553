package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.argument.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waiting for somebody to decide, in any strategy. The time that it takes does not count against the rollout's own. */
final class Pauses {
    private Pauses() {}

    static Instant end(Scene scene) {
        return scene.state().since().plus(scene.plan().timing().pause());
    }

    /** Nobody decided in time: it goes back, as an approval that nobody gave. */
    static Optional<Move> late(Scene scene) {
        Duration limit = scene.plan().timing().pause();
        return scene.late(limit)
                ? Optional.of(scene.back(
                        Ending.Cause.DEADLINE,
                        "nobody decided at " + scene.state().weight() + " % within " + Durations.format(limit)))
                : Optional.empty();
    }

    static String words(Scene scene) {
        String why = scene.state().held().map(RolloutDecision::words).orElse("paused");
        return why + "; waiting at " + scene.state().weight() + " % for somebody to promote or abort, until "
                + end(scene);
    }

    static String promotion(Scene scene) {
        return scene.state()
                .decisions()
                .get(scene.state().decisions().size() - 1)
                .words();
    }

    /** The state with the time that it waited given back. */
    static RolloutState over(Scene scene) {
        RolloutState state = scene.state();
        Duration waited = Duration.between(state.since(), scene.now());
        return state.copy()
                .deadline(state.deadline().plus(waited))
                .observation(state.observation().nextStep())
                .build();
    }
}
