package io.jenkins.plugins.delivery.steps.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.console.ModelHyperlinkNote;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.delivery.console.StepLog;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.Decision;
import io.jenkins.plugins.delivery.engine.approval.OnTimeout;
import io.jenkins.plugins.delivery.engine.approval.Outcome;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import io.jenkins.plugins.delivery.steps.LogLine;
import io.jenkins.plugins.delivery.steps.Shutdown;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Waits for people. What they say is kept by the {@link ApprovalAction} on the build, hence a restart loses nothing;
 * here is only how to find it.
 */
public final class ApprovalGateExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(ApprovalGateExecution.class.getName());
    /** Administrators may declare and end freezes meanwhile. */
    private static final Duration CALENDAR_MAY_CHANGE = Duration.ofMinutes(10);

    private final ApprovalGateStep step;
    /** Of the request: known before anybody is asked, so that a crash in between never asks twice. */
    private final String id = UUID.randomUUID().toString();

    private transient volatile boolean finished;
    private transient volatile Future<?> alarm;
    private transient volatile String status;
    /** When people are reminded next; null before the first look. */
    private transient volatile Instant remindAt;

    ApprovalGateExecution(StepContext context, ApprovalGateStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        DeliveryClock.get().io().execute(this::proceed);
        return false;
    }

    @Override
    public void onResume() {
        DeliveryClock.get().io().execute(this::proceed);
    }

    @Override
    public void stop(Throwable cause) {
        boolean first = finish();
        DeliveryClock.get().io().execute(() -> abort(cause, first));
        if (first) {
            getContext().onFailure(cause);
        }
    }

    @Override
    public String getStatus() {
        return status == null ? "asking for approval" : status;
    }

    /** Somebody voted, or the deadline has come: goes on if that decides it. Never on the thread of the program. */
    void proceed() {
        if (finished) {
            return;
        }
        try {
            ApprovalAction action = action();
            // First this: a vote that comes while we look would otherwise wake nobody.
            OpenApprovals.get().await(action, this::proceed);
            Approval approval = action.expire();
            if (approval.isOpen()) {
                await(action, approval);
            } else {
                end(action, approval);
            }
        } catch (IOException | InterruptedException | RuntimeException | LinkageError | VirtualMachineError e) {
            if (!Shutdown.isUnderWay() && finish()) {
                getContext().onFailure(e);
            }
        }
    }

    private synchronized ApprovalAction action() throws IOException, InterruptedException {
        Run<?, ?> run = getContext().get(Run.class);
        Optional<ApprovalAction> known = ApprovalAction.find(run, id);
        known.ifPresent(ApprovalAction::audit);
        return known.isPresent() ? known.get() : open(run);
    }

    private ApprovalAction open(Run<?, ?> run) throws IOException, InterruptedException {
        ApprovalAction action = ApprovalAction.open(run, id, step.plan());
        PrintStream log = new StepLog(getContext()).listener().getLogger();
        log.println(LogLine.of(action.approval().request().message()));
        String address = run.getUrl() + action.getUrlName() + "/";
        log.println(Messages.ApprovalGateStep_decide() + " " + ModelHyperlinkNote.encodeTo("/" + address, address));
        return action;
    }

    private void await(ApprovalAction action, Approval approval) {
        Instant deadline = approval.request().deadline();
        status = "waiting for " + String.join("; ", approval.missing()) + " until " + deadline;
        Instant reminder = remind(action, approval.request().opened());
        lookAgainAt(reminder != null && reminder.isBefore(deadline) ? reminder : deadline);
    }

    /** Reminds people if it is time, and says when it is next; null for never. A restart may cost one reminder. */
    @CheckForNull
    private Instant remind(ApprovalAction action, Instant opened) {
        Optional<Duration> every = action.reminder();
        if (every.isEmpty()) {
            return null;
        }
        Instant now = DeliveryClock.get().clock().instant();
        if (remindAt != null && !now.isBefore(remindAt)) {
            ApprovalListener.fireReminded(action);
        }
        long past = Duration.between(opened, now).dividedBy(every.get());
        remindAt = opened.plus(every.get().multipliedBy(past + 1));
        return remindAt;
    }

    private synchronized void lookAgainAt(Instant when) {
        Future<?> pending = alarm;
        if (pending != null) {
            pending.cancel(false);
        }
        DeliveryClock clock = DeliveryClock.get();
        alarm = clock.schedule(Duration.between(clock.clock().instant(), when), this::proceed);
    }

    /** Whether an approval has to wait for its window. */
    private boolean waitsForWindow(ApprovalAction action) {
        Optional<Instant> effective = action.window().effective();
        // Looked at afterwards: "now" must never seem to lie in the future.
        Instant now = DeliveryClock.get().clock().instant();
        if (effective.isPresent() && !effective.get().isAfter(now)) {
            return false;
        }
        String until = effective.map(at -> "takes effect at " + at).orElse("no opening is in sight");
        status = "approved; " + action.window().closedBecause().orElse("closed") + "; " + until;
        Instant latest = now.plus(CALENDAR_MAY_CHANGE);
        lookAgainAt(effective.filter(at -> at.isBefore(latest)).orElse(latest));
        return true;
    }

    private void end(ApprovalAction action, Approval decided) throws IOException, InterruptedException {
        if (decided.isApproved() && waitsForWindow(action)) {
            return;
        }
        Approval approval = decided.isApproved() ? action.takeEffect() : decided;
        OpenApprovals.get().forget(action);
        if (!finish()) {
            return;
        }
        ApprovalListener.fireEnded(action);
        Decision decision = approval.decision();
        PrintStream log = new StepLog(getContext()).listener().getLogger();
        log.println(LogLine.of(decision.summary()));
        if (approval.isOverridden()) {
            log.println(LogLine.of(approval.override().words()));
        }
        boolean goesOn = decision.outcome() == Outcome.APPROVED
                || decision.outcome() == Outcome.TIMED_OUT && approval.request().onTimeout() == OnTimeout.RETURN;
        if (goesOn) {
            getContext().onSuccess(ApprovalResult.of(action.getUrlName(), approval));
        } else {
            getContext()
                    .onFailure(new FlowInterruptedException(
                            Result.ABORTED, true, new ApprovalDenied(decision.outcome(), decision.summary())));
        }
    }

    private void abort(Throwable cause, boolean ends) {
        try {
            ApprovalAction.find(getContext().get(Run.class), id).ifPresent(action -> {
                action.abort(why(cause));
                OpenApprovals.get().forget(action);
                if (ends) {
                    ApprovalListener.fireEnded(action);
                }
            });
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "That a gate was aborted could not be recorded", e);
        }
    }

    private static String why(@CheckForNull Throwable cause) {
        if (cause instanceof FlowInterruptedException interrupted
                && !interrupted.getCauses().isEmpty()) {
            return interrupted.getCauses().get(0).getShortDescription();
        }
        return "The build was stopped before anybody decided";
    }

    /** Whether this call is the one that ends the step. */
    private synchronized boolean finish() {
        if (finished) {
            return false;
        }
        finished = true;
        Future<?> pending = alarm;
        if (pending != null) {
            pending.cancel(false);
        }
        return true;
    }
}
