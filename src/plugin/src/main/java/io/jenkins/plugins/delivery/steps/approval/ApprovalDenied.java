package io.jenkins.plugins.delivery.steps.approval;

import io.jenkins.plugins.delivery.engine.approval.Outcome;
import io.jenkins.plugins.delivery.steps.LogLine;
import java.util.Objects;
import jenkins.model.CauseOfInterruption;

/** Says who rejected and why, or why nobody could approve. */
public final class ApprovalDenied extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    private final String outcome;
    private final String summary;

    ApprovalDenied(Outcome outcome, String summary) {
        this.outcome = outcome.name();
        this.summary = summary;
    }

    public Outcome getOutcome() {
        return Outcome.valueOf(outcome);
    }

    @Override
    public String getShortDescription() {
        return LogLine.of(summary);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApprovalDenied denied
                && denied.outcome.equals(outcome)
                && denied.summary.equals(summary);
    }

    @Override
    public int hashCode() {
        return Objects.hash(outcome, summary);
    }
}
