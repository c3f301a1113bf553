package io.jenkins.plugins.delivery.steps.approval;

import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.Choice;
import io.jenkins.plugins.delivery.engine.approval.Decision;
import io.jenkins.plugins.delivery.engine.approval.Override;
import io.jenkins.plugins.delivery.engine.approval.Vote;
import io.jenkins.plugins.delivery.engine.audit.AuditEvent;
import io.jenkins.plugins.delivery.engine.audit.AuditKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an approval is to leave in the audit log: the same approval always tells the same, so nothing is told twice. */
final class ApprovalAudit {
    private final Approval approval;
    private final String subject;

    ApprovalAudit(Approval approval, String subject) {
        this.approval = approval;
        this.subject = subject;
    }

    /** In the order in which it happened; what happens later is added at the end. */
    List<AuditEvent> events() {
        List<AuditEvent> events = new ArrayList<>();
        approval.votes().forEach(vote -> events.add(event(vote)));
        Decision decision = approval.decision();
        if (decision != null) {
            events.add(new AuditEvent(
                    decision.at(),
                    AuditKind.DECIDED,
                    "",
                    "",
                    subject,
                    decision.outcome() + ": " + decision.summary(),
                    decision.evidenceDigest()));
        }
        Override override = approval.override();
        if (override != null) {
            events.addAll(events(override));
        }
        events.sort(Comparator.comparing(AuditEvent::at));
        events.add(0, asked());
        return events;
    }

    private AuditEvent asked() {
        return new AuditEvent(
                approval.request().opened(),
                AuditKind.REQUESTED,
                "",
                "pipeline",
                subject,
                approval.request().message(),
                approval.request().evidenceDigest());
    }

    private AuditEvent event(Vote vote) {
        return new AuditEvent(
                vote.at(),
                vote.choice() == Choice.APPROVE ? AuditKind.APPROVED : AuditKind.REJECTED,
                vote.voter().id(),
                vote.from(),
                subject,
                vote.reason(),
                approval.request().evidenceDigest());
    }

    private List<AuditEvent> events(Override override) {
        List<AuditEvent> events = new ArrayList<>();
        String digest = approval.request().evidenceDigest();
        events.add(new AuditEvent(
                override.requestedAt(),
                AuditKind.OVERRIDE_REQUESTED,
                override.requester().id(),
                override.requestedFrom(),
                subject,
                override.reason(),
                digest));
        if (override.isConfirmed()) {
            events.add(new AuditEvent(
                    override.confirmedAt(),
                    AuditKind.OVERRIDDEN,
                    override.confirmer().id(),
                    override.confirmedFrom(),
                    subject,
                    override.words(),
                    digest));
        }
        return events;
    }
}
