package io.jenkins.plugins.delivery.engine.rollout;

import java.util.List;

/** The end at which a person has to look, with the commands to recover by hand. */
final class Stuck {
    private Stuck() {}

    static Move move(Scene scene, String reason) {
        return move(scene, scene.state(), reason);
    }

    /** @param state with commands, where they are others than those that bring the version before back */
    static Move move(Scene scene, RolloutState state, String reason) {
        List<String> commands =
                state.recovery().isEmpty() ? Strategies.of(scene).recovery(scene) : state.recovery();
        Ending ending = state.ending() == null ? new Ending(Ending.Cause.INTERFERENCE, reason) : state.ending();
        return scene.go(state.copy().ending(ending).recovery(commands).build(), Phase.STUCK, reason);
    }
}
