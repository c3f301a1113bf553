package io.jenkins.plugins.delivery.engine.rollout.group;

import io.jenkins.plugins.delivery.engine.rollout.Facts;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which service has to wait for which. Looks at the states alone. */
final class Gates {
    private static final Set<Phase> SWITCHED = EnumSet.of(Phase.OBSERVE, Phase.KEEP);
    private static final Set<Phase> SETTLED = EnumSet.of(Phase.RETIRE, Phase.UNLOCK, Phase.COMPLETED);

    private final List<RolloutPlan> plans;
    private final GroupState state;

    Gates(List<RolloutPlan> plans, GroupState state) {
        this.plans = plans;
        this.state = state;
    }

    /** What a service waits for before it acts in its phase; empty when it may act. */
    Optional<String> closed(RolloutPlan plan) {
        RolloutState own = state.of(plan.app());
        Phase phase = own.phase();
        if (phase == Phase.LOCK) {
            return first(lockOrder(), plan, other -> phase(other) == Phase.LOCK, "the lease of");
        }
        if (phase == Phase.PLAN) {
            return any(other -> phase(other) == Phase.LOCK, "the lease of");
        }
        if (phase == Phase.APPLY && untouched().isPresent()) {
            return untouched();
        }
        if (phase == commit(plan)) {
            Optional<String> unready = any(other -> !isAtCommit(other), "its promotion, until it can go with it:");
            return unready.isPresent() ? unready : first(plans, plan, other -> !isCommitted(other), "the promotion of");
        }
        if (phase == Phase.UNLOCK && own.ending() == null) {
            return any(other -> phase(other) == Phase.RETIRE, "the end of");
        }
        return Optional.empty();
    }

    /** Whether every service has done all that can be undone. */
    boolean allThrough() {
        return plans.stream().allMatch(plan -> state.through().contains(plan.app()) || SETTLED.contains(phase(plan)));
    }

    /** Whether a service has, or may have, given its users the new version. */
    boolean isPromoted(RolloutPlan plan) {
        Phase commit = commit(plan);
        return state.of(plan.app()).transitions().stream().anyMatch(step -> step.from() == commit)
                || phase(plan) == commit
                        && !any(other -> !isAtCommit(other), "").isPresent();
    }

    private Optional<String> untouched() {
        return any(other -> phase(other) == Phase.LOCK || phase(other) == Phase.PLAN, "the plan of");
    }

    /** Leases are taken in one order everywhere, so that two groups cannot each hold what the other waits for. */
    private List<RolloutPlan> lockOrder() {
        return plans.stream()
                .sorted(Comparator.comparing((RolloutPlan plan) -> plan.target().cluster())
                        .thenComparing(plan -> plan.target().namespace())
                        .thenComparing(RolloutPlan::app))
                .toList();
    }

    private boolean isAtCommit(RolloutPlan plan) {
        return phase(plan) == commit(plan) || isCommitted(plan) || wasAtCommit(plan);
    }

    private boolean wasAtCommit(RolloutPlan plan) {
        Phase commit = commit(plan);
        return state.of(plan.app()).transitions().stream().anyMatch(step -> step.to() == commit);
    }

    private boolean isCommitted(RolloutPlan plan) {
        return state.through().contains(plan.app())
                || SETTLED.contains(phase(plan))
                || commit(plan) == Phase.SHIFT && SWITCHED.contains(phase(plan));
    }

    /** The phase in which a service gives its users the new version: before it, there is nothing to undo for them. */
    private Phase commit(RolloutPlan plan) {
        Facts facts = state.of(plan.app()).facts();
        if (facts == null) {
            return Phase.APPLY;
        }
        if (facts.effective() == StrategyKind.BLUE_GREEN) {
            return Phase.SHIFT;
        }
        return facts.effective() == StrategyKind.CANARY && !facts.first() ? Phase.PROMOTE : Phase.APPLY;
    }

    private Phase phase(RolloutPlan plan) {
        return state.of(plan.app()).phase();
    }

    private Optional<String> any(java.util.function.Predicate<RolloutPlan> which, String what) {
        return plans.stream().filter(which).findFirst().map(other -> what + " " + other.app());
    }

    /** The first of those before a service in an order. */
    private static Optional<String> first(
            List<RolloutPlan> order, RolloutPlan plan, java.util.function.Predicate<RolloutPlan> which, String what) {
        return order.subList(0, order.indexOf(plan)).stream()
                .filter(which)
                .findFirst()
                .map(other -> what + " " + other.app());
    }
}
