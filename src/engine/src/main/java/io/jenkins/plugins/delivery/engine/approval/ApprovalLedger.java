package io.jenkins.plugins.delivery.engine.approval;

import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * One approval that many threads vote on: each step is taken alone, and is written down before anybody sees it.
 *
 * <p>When writing fails, the step has not happened, and the failure goes to who tried it.
 */
public final class ApprovalLedger {
    /** Writes the new state down, durably, or throws. */
    @FunctionalInterface
    public interface Store {
        void write(Approval approval);
    }

    private final Clock clock;
    private final Store store;
    private Approval approval;

    public ApprovalLedger(Approval approval, Clock clock, Store store) {
        this.approval = approval;
        this.clock = clock;
        this.store = store;
    }

    public synchronized Approval approval() {
        return approval;
    }

    public synchronized VoteResult cast(Ballot ballot) {
        VoteResult result = approval.cast(ballot, clock.instant());
        if (result instanceof VoteResult.Accepted accepted) {
            become(accepted.approval());
        }
        return result;
    }

    /** Any other step, for instance {@link Approval#expire}; what it returns is the state from then on. */
    public synchronized Approval advance(UnaryOperator<Approval> step) {
        Approval next = step.apply(approval);
        if (!next.equals(approval)) {
            become(next);
        }
        return approval;
    }

    private void become(Approval next) {
        store.write(next);
        approval = next;
    }
}
