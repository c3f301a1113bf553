package io.jenkins.plugins.delivery.engine.approval;

import java.time.Clock;
import java.time.Instant;
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

    public VoteResult cast(Ballot ballot) {
        return attempt((now, current) -> current.cast(ballot, now));
    }

    /** A step that may be refused. */
    @FunctionalInterface
    public interface Attempt {
        VoteResult at(Instant now, Approval approval);
    }

    /** Any step that may be refused, for instance {@link Approval#requestOverride}. */
    public synchronized VoteResult attempt(Attempt step) {
        VoteResult result = step.at(clock.instant(), approval);
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
