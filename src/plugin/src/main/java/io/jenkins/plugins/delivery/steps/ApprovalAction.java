package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.delivery.audit.AuditLogs;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.ApprovalJson;
import io.jenkins.plugins.delivery.engine.approval.ApprovalLedger;
import io.jenkins.plugins.delivery.engine.approval.ApprovalRequest;
import io.jenkins.plugins.delivery.engine.approval.Ballot;
import io.jenkins.plugins.delivery.engine.approval.Choice;
import io.jenkins.plugins.delivery.engine.approval.Refusal;
import io.jenkins.plugins.delivery.engine.approval.VoteResult;
import io.jenkins.plugins.delivery.engine.approval.Voter;
import io.jenkins.plugins.delivery.engine.approval.calendar.DeploymentCalendar;
import io.jenkins.plugins.delivery.engine.audit.AuditEvent;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.springframework.security.core.Authentication;

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
                now.plus(plan.timeout()),
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
        return cast(user, user.impersonate2(), approve ? Choice.APPROVE : Choice.REJECT, reason, null, "");
    }

    /** {@code POST …/approve}, with {@code reason}, and {@code evidence} as the page showed it. */
    @RequirePOST
    @WebMethod(name = "approve")
    public HttpResponse doApprove(
            StaplerRequest2 request, @QueryParameter String reason, @QueryParameter String evidence) {
        getRun().checkPermission(DeliveryPermissions.APPROVE);
        return answer(request, Choice.APPROVE, reason, evidence);
    }

    /** {@code POST …/reject}, with {@code reason}, and {@code evidence} as the page showed it. */
    @RequirePOST
    @WebMethod(name = "reject")
    public HttpResponse doReject(
            StaplerRequest2 request, @QueryParameter String reason, @QueryParameter String evidence) {
        getRun().checkPermission(DeliveryPermissions.APPROVE);
        return answer(request, Choice.REJECT, reason, evidence);
    }

    /** {@code POST …/override}, with {@code reason}: asks to let it take effect although a window or freeze forbids it. */
    @RequirePOST
    @WebMethod(name = "override")
    public HttpResponse doOverride(StaplerRequest2 request, @QueryParameter String reason) {
        getRun().checkPermission(DeliveryPermissions.OVERRIDE);
        return step(
                request,
                voter -> (now, approval) -> approval.requestOverride(voter, Util.fixNull(reason), from(request), now));
    }

    /** {@code POST …/confirmOverride}: another person agrees to that. */
    @RequirePOST
    @WebMethod(name = "confirmOverride")
    public HttpResponse doConfirmOverride(StaplerRequest2 request) {
        getRun().checkPermission(DeliveryPermissions.APPROVE);
        return step(request, voter -> (now, approval) -> approval.confirmOverride(voter, from(request), now));
    }

    /** Whether who looks at the page may ask for an override now. */
    public boolean isOverridable() {
        Approval approval = approval();
        return User.current() != null
                && getRun().hasPermission(DeliveryPermissions.OVERRIDE)
                && (approval.isOpen() || isWaitingForWindow())
                && approval.override() == null
                && closedBecause().isPresent();
    }

    /** Whether who looks at the page may agree to the override that somebody asks for. */
    public boolean isConfirmable() {
        User user = User.current();
        Approval approval = approval();
        return user != null
                && getRun().hasPermission(DeliveryPermissions.APPROVE)
                && approval.confirmOverride(Voters.of(user, Jenkins.getAuthentication2()), "", now())
                        instanceof VoteResult.Accepted;
    }

    /** Whether it is approved and waits for its window, or for the end of a freeze. */
    public boolean isWaitingForWindow() {
        return approval().isApproved() && OpenApprovals.get().awaits(this);
    }

    /** Whether it waits for who looks at the page: their consent would count, and they have not given it yet. */
    public boolean isForMe() {
        return getChoices().contains("approve");
    }

    /** What who looks at the page may answer now, for the page; the answer itself is checked again. */
    public List<String> getChoices() {
        User user = User.current();
        if (user == null
                || !getRun().hasPermission(Item.READ)
                || !getRun().hasPermission(DeliveryPermissions.APPROVE)) {
            return List.of();
        }
        Approval approval = approval();
        Voter voter = Voters.of(user, Jenkins.getAuthentication2());
        return Stream.of(Choice.values())
                .filter(choice -> approval.invites(voter, choice, now()))
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** When an approval takes effect, seen from now: at once, or when it is open again; empty if that is not in sight. */
    Optional<Instant> effective() {
        if (approval().isOverridden()) {
            return Optional.of(now());
        }
        return isEnvironmentGone() ? Optional.empty() : calendar().nextOpening(now());
    }

    /** Why an approval could not take effect now, for people. */
    Optional<String> closedBecause() {
        if (approval().isOverridden()) {
            return Optional.empty();
        }
        return isEnvironmentGone()
                ? Optional.of("the environment '" + approval().request().environment()
                        + "' is gone from the settings, and so are the freezes that name it; add it there again, or stop"
                        + " this build and start one that names an environment which is there")
                : calendar().closedBecause(now());
    }

    /** Where the change would go cannot be told any more, nor whether that is frozen. */
    private boolean isEnvironmentGone() {
        String environment = approval().request().environment();
        return environment != null
                && DeliveryConfiguration.get().getEnvironments().stream()
                        .noneMatch(one -> one.getName().equals(environment));
    }

    /** For the page. */
    public String getClosedBecauseText() {
        return closedBecause().orElse("");
    }

    /** Empty for never. */
    Optional<Duration> reminder() {
        return reminder == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(reminder));
    }

    private DeploymentCalendar calendar() {
        return DeliveryConfiguration.get().calendar(approval().request().environment(), windows);
    }

    @Override
    protected Map<String, Object> forReader() {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("forMe", isForMe());
        seen.put("choices", getChoices());
        seen.put("overridable", isOverridable());
        seen.put("confirmable", isConfirmable());
        seen.put("windows", getWindows());
        seen.put("closedBecause", approval().isOpen() || isWaitingForWindow() ? getClosedBecauseText() : "");
        return seen;
    }

    /** For the page: as people wrote them. */
    public List<String> getWindows() {
        return List.copyOf(windows);
    }

    /** For the page. */
    public ApprovalView getView() {
        return ApprovalView.of(approval());
    }

    Approval expire() {
        return advance(approval -> approval.expire(now()));
    }

    /** It takes effect now, unless what was approved is not what is there. */
    Approval takeEffect() {
        return advance(approval -> approval.withdrawUnless(
                ApprovalEvidence.again(getRun(), approval.request().evidence()), now()));
    }

    Approval abort(String why) {
        return advance(approval -> approval.abort(now(), why));
    }

    private HttpResponse answer(StaplerRequest2 request, Choice choice, String reason, String evidence) {
        User user = User.current();
        VoteResult result = user == null
                ? anonymous()
                : cast(user, Jenkins.getAuthentication2(), choice, reason, evidence, from(request));
        return ApprovalResponses.of(request, result, this);
    }

    private HttpResponse step(StaplerRequest2 request, Function<Voter, ApprovalLedger.Attempt> attempt) {
        User user = User.current();
        VoteResult result = user == null
                ? anonymous()
                : ledger().attempt(attempt.apply(Voters.of(user, Jenkins.getAuthentication2())));
        if (result instanceof VoteResult.Accepted) {
            ApprovalListener.fireChanged(this);
        }
        return ApprovalResponses.of(request, result, this);
    }

    private static VoteResult anonymous() {
        return new VoteResult.Refused(Refusal.NOT_AN_APPROVER, "Log in to answer.");
    }

    private static String from(@CheckForNull StaplerRequest2 request) {
        return request == null ? "" : Util.fixNull(request.getRemoteAddr());
    }

    private VoteResult cast(
            User user,
            Authentication authentication,
            Choice choice,
            String reason,
            @CheckForNull String evidence,
            String from) {
        if (!getRun().getACL().hasPermission2(authentication, DeliveryPermissions.APPROVE)) {
            return new VoteResult.Refused(
                    Refusal.NOT_AN_APPROVER, user.getFullName() + " lacks the permission Delivery/Approve.");
        }
        Voter voter = Voters.of(user, authentication);
        advance(approval -> approval.voidUnless(
                ApprovalEvidence.again(getRun(), approval.request().evidence()), now()));
        VoteResult result = ledger().cast(new Ballot(voter, choice, reason, Util.fixEmptyAndTrim(evidence), from));
        if (result instanceof VoteResult.Accepted) {
            ApprovalListener.fireChanged(this);
        }
        return result;
    }

    private Approval advance(UnaryOperator<Approval> step) {
        Approval before = approval();
        Approval after = ledger().advance(step);
        if (!after.equals(before)) {
            ApprovalListener.fireChanged(this);
        }
        return after;
    }

    private synchronized ApprovalLedger ledger() {
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
