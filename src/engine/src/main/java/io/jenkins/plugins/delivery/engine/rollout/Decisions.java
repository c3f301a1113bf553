package io.jenkins.plugins.delivery.engine.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people decided about one rollout. The last decision is the one that counts.
 *
 * @param all oldest first
 */
record Decisions(List<RolloutDecision> all) {
    Decisions and(RolloutDecision next) {
        List<RolloutDecision> more = new ArrayList<>(all);
        more.add(next);
        return new Decisions(List.copyOf(more));
    }

    /** By which it stays where it is. */
    Optional<RolloutDecision> hold() {
        return last(RolloutDecision.Kind.HOLD);
    }

    /** By which it goes on from where it has been since then. */
    Optional<RolloutDecision> promotionSince(Instant then) {
        return last(RolloutDecision.Kind.PROMOTE)
                .filter(decision -> !decision.at().isBefore(then));
    }

    private Optional<RolloutDecision> last(RolloutDecision.Kind kind) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1)).filter(decision -> decision.kind() == kind);
    }
}
