package io.jenkins.plugins.delivery.steps.rollout;

import io.jenkins.plugins.delivery.engine.audit.AuditEvent;
import io.jenkins.plugins.delivery.engine.audit.AuditKind;
import io.jenkins.plugins.delivery.engine.rollout.Ending;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import java.util.ArrayList;
import java.util.List;

/** What a rollout is to leave in the audit log: who decided what, and how it ended. */
final class RolloutAudit {
    private RolloutAudit() {}

    /** The same rollout always tells the same; what happens later is added at the end. */
    static List<AuditEvent> events(RolloutPlan plan, RolloutState state, String subject) {
        List<AuditEvent> events = new ArrayList<>();
        for (RolloutDecision decision : state.decisions()) {
            events.add(new AuditEvent(
                    decision.at(),
                    kind(decision.kind()),
                    decision.by(),
                    decision.from(),
                    subject,
                    decision.words(),
                    ""));
        }
        if (state.phase().isFinal()) {
            String words = RolloutWords.headline(plan, state);
            events.add(new AuditEvent(state.since(), ending(state), "", "", subject, words, ""));
        }
        return events;
    }

    private static AuditKind kind(RolloutDecision.Kind kind) {
        return switch (kind) {
            case PROMOTE -> AuditKind.PROMOTED;
            case HOLD -> AuditKind.HELD;
            case ABORT -> AuditKind.ABORTED;
        };
    }

    private static AuditKind ending(RolloutState state) {
        if (state.phase() == Phase.COMPLETED) {
            return AuditKind.DEPLOYED;
        }
        if (state.phase() == Phase.STUCK) {
            return AuditKind.STUCK;
        }
        Ending ending = state.ending();
        return ending != null && ending.cause() == Ending.Cause.ABORTED ? AuditKind.ABORTED : AuditKind.ROLLED_BACK;
    }
}
