package io.jenkins.plugins.delivery.steps.approval;

import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.delivery.audit.AuditLogs;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.ApprovalJson;
import io.jenkins.plugins.delivery.engine.approval.ApprovalLedger;
import io.jenkins.plugins.delivery.engine.approval.ApprovalRequest;
import io.jenkins.plugins.delivery.engine.approval.Choice;
import io.jenkins.plugins.delivery.engine.approval.VoteResult;
import io.jenkins.plugins.delivery.engine.audit.AuditEvent;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** A question to people on a build, with their answers. Kept in {@code build.xml}; each answer is there before it counts. */
public final class ApprovalAction extends DeliveryReport {
    private String state;
    private ArrayList<String> windows;
    /** Seconds; 0 for never. */
    private long reminder;
    /** How many of its events are known to be in the audit log; after a restart that has to be found out again. */
    private transient int audited;

    private transient ApprovalLedger ledger;

    private ApprovalAction(Approval approval, ApprovalGatePlan plan) {
        super("approval", plan.environment() == null ? "" : plan.environment());
        state = ApprovalJson.write(approval);
        windows = new ArrayList<>(plan.windows());
        reminder = plan.reminder() == null ? 0 : plan.reminder().toSeconds();
    }

    static Optional<ApprovalAction> find(Run<?, ?> run, String id) {
        return run.getActions(ApprovalAction.class).stream()
                .filter(action -> action.approval().request().id().equals(id))
                .findFirst();
    }

    /** Asks, and writes down that it did. */
    static ApprovalAction open(Run<?, ?> run, String id, ApprovalGatePlan plan) throws IOException {
        Instant now = DeliveryClock.get().clock().instant();
        Approval approval = Approval.open(new ApprovalRequest(
                id,
                plan.message(),
                plan.environment(),
                BuildCausers.of(run),
                plan.policy(),
                ApprovalEvidence.of(run, plan),
                now,
                plan.deadline(now),
                plan.onTimeout()));
        ApprovalAction action = new ApprovalAction(approval, plan);
        action.publish(run, approval);
        action.audit();
        ApprovalListener.fireOpened(action);
        return action;
    }

    @Override
    public String getTitle() {
        return Messages.ApprovalAction_title();
    }

    @Override
    public String getIconFileName() {
        return "symbol-people-outline plugin-ionicons-api";
    }

    /** What was asked and answered so far. */
    public Approval approval() {
        return ledger().approval();
    }

    /**
     * Votes as somebody, with the groups and permissions that the security realm gives them now.
     *
     * @return what became of the vote; nothing changed if it was refused
     */
    public VoteResult decide(User user, boolean approve, String reason) {
        return new ApprovalVoting(this)
                .cast(user, user.impersonate2(), approve ? Choice.APPROVE : Choice.REJECT, reason, null, "");
    }

    /** {@code POST …/approve}, with {@code reason}, and {@code evidence} as the page showed it. */
    @RequirePOST
    @WebMethod(name = "approve")
    public HttpResponse doApprove(
            StaplerRequest2 request, @QueryParameter String reason, @QueryParameter String evidence) {
        getRun().checkPermission(DeliveryPermissions.APPROVE);
        return new ApprovalVoting(this).answer(request, Choice.APPROVE, reason, evidence);
    }

    /** {@code POST …/reject}, with {@code reason}, and {@code evidence} as the page showed it. */
    @RequirePOST
    @WebMethod(name = "reject")
    public HttpResponse doReject(
            StaplerRequest2 request, @QueryParameter String reason, @QueryParameter String evidence) {
        getRun().checkPermission(DeliveryPermissions.APPROVE);
        return new ApprovalVoting(this).answer(request, Choice.REJECT, reason, evidence);
    }

    /** {@code POST …/override}, with {@code reason}: asks to let it take effect although a window or freeze forbids it. */
    @RequirePOST
    @WebMethod(name = "override")
    public HttpResponse doOverride(StaplerRequest2 request, @QueryParameter String reason) {
        getRun().checkPermission(DeliveryPermissions.OVERRIDE);
        return new ApprovalVoting(this).requestOverride(request, reason);
    }

    /** {@code POST …/confirmOverride}: another person agrees to that. */
    @RequirePOST
    @WebMethod(name = "confirmOverride")
    public HttpResponse doConfirmOverride(StaplerRequest2 request) {
        getRun().checkPermission(DeliveryPermissions.APPROVE);
        return new ApprovalVoting(this).confirmOverride(request);
    }

    /** Whether it is approved and waits for its window, or for the end of a freeze. */
    boolean isWaitingForWindow() {
        return approval().isApproved() && OpenApprovals.get().awaits(this);
    }

    /** Empty for never. */
    Optional<Duration> reminder() {
        return reminder == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(reminder));
    }

    /** When an approval takes effect. */
    ApprovalWindow window() {
        return new ApprovalWindow(approval(), List.copyOf(windows));
    }

    @Override
    protected Map<String, Object> forReader() {
        return new ApprovalReader(this).model();
    }

    /** What was asked and answered so far, in words. */
    ApprovalView view() {
        return ApprovalView.of(approval());
    }

    Approval expire() {
        return advance(approval -> approval.expire(now()));
    }

    /** Votes count only for what is there: they are void once it is something else. */
    void voidStaleVotes() {
        advance(approval -> approval.voidUnless(
                ApprovalEvidence.again(getRun(), approval.request().evidence()), now()));
    }

    /** It takes effect now, unless what was approved is not what is there. */
    Approval takeEffect() {
        return advance(approval -> approval.withdrawUnless(
                ApprovalEvidence.again(getRun(), approval.request().evidence()), now()));
    }

    Approval abort(String why) {
        return advance(approval -> approval.abort(now(), why));
    }

    Approval advance(UnaryOperator<Approval> step) {
        Approval before = approval();
        Approval after = ledger().advance(step);
        if (!after.equals(before)) {
            ApprovalListener.fireChanged(this);
        }
        return after;
    }

    synchronized ApprovalLedger ledger() {
        if (ledger == null) {
            ledger = new ApprovalLedger(approvalIn(state), DeliveryClock.get().clock(), this::store);
        }
        return ledger;
    }

    private Approval approvalIn(String json) {
        try {
            return ApprovalJson.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException("The approval " + getUrlName() + " of " + getRun() + " is damaged", e);
        }
    }

    private void store(Approval approval) {
        String before = state;
        state = ApprovalJson.write(approval);
        try {
            publish(getRun(), approval);
        } catch (IOException e) {
            state = before;
            throw new UncheckedIOException("The vote could not be written down, so it does not count", e);
        }
        audit();
    }

    /** After it has been written down: the log tells what counts. What a crash left out is appended with the next. */
    void audit() {
        Run<?, ?> run = getRun();
        List<AuditEvent> events = new ApprovalAudit(approvalIn(state), run.getUrl() + getUrlName() + "/").events();
        audited = AuditLogs.get().append(run.getParent(), events, Math.min(audited, events.size()));
    }

    private void publish(Run<?, ?> run, Approval approval) throws IOException {
        ApprovalView view = ApprovalView.of(approval);
        publish(run, verdict(approval), view.headline(), view.figures(), view.model());
    }

    private static ReportVerdict verdict(Approval approval) {
        if (approval.isOpen()) {
            return ReportVerdict.WAITING;
        }
        return switch (approval.decision().outcome()) {
            case APPROVED -> ReportVerdict.PASSED;
            case REJECTED, TIMED_OUT, ABORTED, VOID -> ReportVerdict.FAILED;
        };
    }

    private static Instant now() {
        return DeliveryClock.get().clock().instant();
    }
}
