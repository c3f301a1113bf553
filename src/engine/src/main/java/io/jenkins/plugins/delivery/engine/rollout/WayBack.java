package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.util.Optional;

/** Going back: traffic first, whatever else does not work, and for as long as it may take. */
final class WayBack {
    private WayBack() {}

    static Move move(Scene scene) {
        if (scene.late(scene.plan().timing().restore())) {
            return Stuck.move(
                    scene,
                    "the version before is not back after "
                            + Durations.format(scene.plan().timing().restore()) + ": "
                            + scene.state().waitingFor());
        }
        Move move;
        try {
            move = Strategies.of(scene).restore(scene);
        } catch (Fence.Outvoted e) {
            move = scene.stay(e.getMessage());
        }
        Optional<Move> outvoted = responsible(scene);
        if (outvoted.isPresent()) {
            return outvoted.get();
        }
        return move.to() == Phase.STUCK ? Stuck.move(scene, move.words()) : move;
    }

    /**
     * Traffic first: the lease is renewed when the tick has done its part, each write of which has passed the fence. A lease
     * that cannot be read is looked at again by the next tick.
     */
    private static Optional<Move> responsible(Scene scene) {
        String words = " took the lease; it is responsible for the traffic now";
        try {
            return new RolloutLease(scene.cluster(), scene.plan())
                    .lost(scene.now())
                    .flatMap(other -> Guarding.outvoted(scene, other, Stuck.move(scene, other.build() + words)));
        } catch (ClusterException e) {
            return Optional.empty();
        }
    }
}
