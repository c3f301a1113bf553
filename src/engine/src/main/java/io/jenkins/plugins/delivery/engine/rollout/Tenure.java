package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.time.Duration;
import java.util.Optional;

/** The time during which a rollout has the lease of its application: how it begins, ends, and is cut short. */
final class Tenure {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(30);

    private final Scene scene;
    private final LeaseHolders holders;

    Tenure(Scene scene, LeaseHolders holders) {
        this.scene = scene;
        this.holders = holders;
    }

    /** Nothing is looked at before the lease is ours. */
    Move begin() {
        Optional<Move> newer = new Succession(scene, holders).atLock();
        if (newer.isPresent()) {
            return newer.get();
        }
        RolloutLease lease = new RolloutLease(scene.cluster(), scene.plan());
        String holder = lease.take(holders, scene.now());
        if (!holder.equals(lease.us())) {
            return scene.stay(
                    scene.state(), holder + " rolls out " + scene.plan().app() + " at the moment", LOOK_AGAIN);
        }
        Guarding.begin(scene);
        return scene.go(Phase.PLAN, "nobody else rolls out " + scene.plan().app());
    }

    /** What follows when somebody else has it; empty when it is ours, renewed where it is time. */
    static Optional<Move> lost(Scene scene) {
        String words = " took the lease; this rollout stopped before it touched anything more";
        return new RolloutLease(scene.cluster(), scene.plan())
                .lost(scene.now())
                .flatMap(other -> Guarding.outvoted(scene, other, Stuck.move(scene, other.build() + words)));
    }

    /** Gives it back; a rollout that cannot ends all the same. */
    Move end() {
        Ending ending = scene.state().ending();
        Phase end = ending == null ? Phase.COMPLETED : Phase.ROLLED_BACK;
        String words = ending == null ? scene.state().waitingFor() : ending.reason();
        try {
            Guarding.over(scene);
            new Succession(scene, holders).release();
        } catch (ClusterException e) {
            if (!scene.late(LONGEST_GOODBYE)) {
                throw e;
            }
            words = words + " (the lease could not be given back; it is void when the build is over)";
        }
        return scene.go(end, words);
    }
}
