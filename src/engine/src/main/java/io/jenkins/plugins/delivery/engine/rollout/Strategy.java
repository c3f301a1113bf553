package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** One way to replace a version by another. Stateless: each move starts from what the cluster shows. */
interface Strategy {
    /** The next move in a phase between {@link Phase#PLAN} and {@link Phase#RETIRE}. */
    Move move(Scene scene);

    /**
     * The next move back, in phase {@link Phase#RESTORE}: traffic first. It goes to {@link Phase#UNLOCK} when the version
     * before serves, verified.
     */
    Move restore(Scene scene);

    /** The objects as this rollout has applied them, to be told apart from what somebody else makes of them. */
    default List<HasMetadata> applied(Scene scene) {
        return List.of();
    }

    /** Commands by which a person brings the version before back. */
    List<String> recovery(Scene scene);
}
