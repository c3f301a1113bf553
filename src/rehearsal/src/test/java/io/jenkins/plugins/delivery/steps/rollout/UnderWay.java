package io.jenkins.plugins.delivery.steps.rollout;

import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision.Kind;
import java.util.List;
import java.util.Optional;

/** Lets a rollout that was recorded be one that is under way and waits at a pause: what people decide on its page counts. */
public final class UnderWay implements RolloutsUnderWay.Driver, AutoCloseable {
    private final String id;
    private final RolloutAction report;

    /** @param id of the rollout, as {@code build.xml} has it */
    public UnderWay(String id, RolloutAction report) {
        this.id = id;
        this.report = report;
        RolloutsUnderWay.get().began(id, this);
    }

    /** What was decided, oldest first. */
    public List<Kind> decisions() {
        return report.decisions().stream().map(RolloutDecision::kind).toList();
    }

    @Override
    public Optional<String> refusal(Kind kind) {
        List<RolloutDecision> before = report.decisions();
        boolean over = before.stream().anyMatch(one -> one.kind() != Kind.HOLD);
        if (over) {
            return Optional.of("It is already decided.");
        }
        return kind == Kind.HOLD && !before.isEmpty()
                ? Optional.of("It is already held by " + before.get(0).by() + ".")
                : Optional.empty();
    }

    @Override
    public void decided() {
        // Nothing drives it: the decision itself is what is looked at.
    }

    @Override
    public void close() {
        RolloutsUnderWay.get().ended(id);
    }
}
