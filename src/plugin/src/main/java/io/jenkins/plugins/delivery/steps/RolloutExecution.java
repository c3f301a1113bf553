package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.rollout.BodyCheck;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Drives a rollout: keeps its state with the program, lets the reconciler look at the cluster when it is time, and runs
 * the block when the rollout wants it. Between ticks nothing waits but an alarm. Plan and state are kept as JSON.
 */
final class RolloutExecution extends StepExecution implements RolloutsUnderWay.Driver {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(RolloutExecution.class.getName());
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final ReleaseSource source;
    private final String report = UUID.randomUUID().toString();
    private String plan;
    private boolean planned;
    private volatile String state;
    private volatile String abort;
    private volatile Throwable cause;
    private volatile Boolean bodyPassed;
    private volatile String bodyProblem;
    private volatile BodyExecution body;
    private volatile boolean bodyBegun;

    private transient volatile boolean finished;
    private transient boolean busy;
    private transient boolean again;
    private transient volatile Future<?> alarm;
    private transient volatile ClusterConnection connection;

    RolloutExecution(StepContext context, ReleaseSource source, RolloutPlan draft) {
        super(context);
        this.source = source;
        this.plan = draft.toJson();
    }

    @Override
    public boolean start() {
        RolloutsUnderWay.get().began(report, this);
        soon();
        return false;
    }

    /** A block that was wanted, but of which the saved program knows nothing, will never end: it is wanted again. */
    @Override
    public void onResume() {
        RolloutsUnderWay.get().began(report, this);
        if (!bodyBegun) {
            body = null;
        }
        soon();
    }

    /** Traffic goes back first; the step ends when that is verified. */
    @Override
    public void stop(Throwable why) {
        if (cause == null) {
            cause = why;
        }
        abort = RolloutEndings.reason(why);
        BodyExecution running = body;
        if (running != null) {
            running.cancel(why);
        }
        soon();
    }

    @Override
    public String getStatus() {
        String kept = state;
        return kept == null
                ? "reading the manifests"
                : RolloutState.fromJson(kept).waitingFor();
    }

    @Override
    public Optional<String> refusal(RolloutDecision.Kind kind) {
        String kept = state;
        if (kept == null || finished) {
            return Optional.of("The rollout has not begun yet, or is over.");
        }
        try {
            RolloutPlan current = RolloutPlan.fromJson(plan);
            return RolloutDecision.refusal(kind, current, withDecisions(current, RolloutState.fromJson(kept)));
        } catch (IOException | InterruptedException e) {
            return Optional.of("The build cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void decided() {
        soon();
    }

    /** What people decided on the report since. What makes no sense any more stays on the report, without effect. */
    private RolloutState withDecisions(RolloutPlan current, RolloutState kept)
            throws IOException, InterruptedException {
        RolloutState next = kept;
        for (RolloutDecision decision : RolloutAction.of(run(), current, report).decisions()) {
            if (!next.decisions().contains(decision)
                    && decision.refusal(current, next).isEmpty()) {
                next = next.decided(current, decision);
            }
        }
        return next;
    }

    /** The block is part of the program from now on. */
    void bodyBegun() {
        bodyBegun = true;
    }

    /** The block is over. */
    void bodyDone(@CheckForNull Throwable problem) {
        body = null;
        bodyBegun = false;
        bodyProblem = problem == null ? null : RolloutEndings.reason(problem);
        bodyPassed = problem == null;
        if (problem instanceof FlowInterruptedException && cause == null) {
            cause = problem;
        }
        soon();
    }

    private void soon() {
        DeliveryClock.get().io().execute(this::turn);
    }

    /** One turn at a time; a wish for another one meanwhile is not lost. */
    private void turn() {
        synchronized (this) {
            if (finished || busy) {
                again = busy;
                return;
            }
            busy = true;
        }
        try {
            proceed();
        } catch (IOException | InterruptedException | RuntimeException e) {
            trouble(e);
        } finally {
            boolean more;
            synchronized (this) {
                busy = false;
                more = again && !finished;
                again = false;
            }
            if (more) {
                soon();
            }
        }
    }

    private void proceed() throws IOException, InterruptedException {
        if (!planned) {
            readManifests();
        }
        RolloutPlan current = RolloutPlan.fromJson(plan);
        RolloutState kept = RolloutState.fromJson(state);
        RolloutState before = withNews(withDecisions(current, kept));
        RolloutReconciler reconciler =
                new RolloutReconciler(RolloutMetrics.analyst(current, run()), new BuildLeaseHolders());
        ClusterConnection cluster = connected(current);
        Tick tick = reconciler.reconcile(
                current, before, cluster.cluster(before), DeliveryClock.get().clock());
        remember(tick.state());
        tell(current, kept, tick, cluster);
        if (tick.over()) {
            end(current, tick.state());
        } else {
            next(tick);
        }
    }

    private void next(Tick tick) throws IOException, InterruptedException {
        if (tick.state().wantsBody()) {
            RolloutState running = tick.state().bodyStarted();
            state = running.toJson();
            body = RolloutBody.start(
                    getContext(), this, RolloutPlan.fromJson(plan).strategy(), running.body());
            getContext().saveState();
        }
        wake(tick.wakeUp());
    }

    private void wake(Duration after) {
        Future<?> before = alarm;
        if (before != null) {
            before.cancel(false);
        }
        alarm = DeliveryClock.get().schedule(after, this::turn);
    }

    /** What happened outside since the last tick. */
    private RolloutState withNews(RolloutState kept) {
        RolloutState next = kept;
        Boolean passed = bodyPassed;
        BodyCheck check = next.body();
        boolean running = check != null && check.status() == BodyCheck.Status.RUNNING;
        if (running && passed != null) {
            next = passed ? next.bodyPassed() : next.bodyFailed(bodyProblem == null ? "" : bodyProblem);
        } else if (running && body == null) {
            next = next.bodyLost();
        }
        bodyPassed = null;
        return abort == null ? next : next.aborted(abort);
    }

    private void readManifests() throws IOException, InterruptedException {
        RolloutPlan draft = RolloutPlan.fromJson(plan);
        try {
            RolloutMetrics.check(draft, run());
            String text = PlannedRelease.complete(draft, source, getContext().get(FilePath.class), run(), report)
                    .toJson();
            plan = text;
        } catch (AbortException | ManifestException | ArgumentException e) {
            RolloutAction.of(run(), draft, report).publishRefusal(run(), draft, e.getMessage());
            throw new AbortException("Nothing was touched. " + e.getMessage());
        }
        planned = true;
        remember(RolloutState.begin(RolloutPlan.fromJson(plan), now()));
    }

    private void remember(RolloutState next) {
        state = next.toJson();
        getContext().saveState();
    }

    private void tell(RolloutPlan current, RolloutState before, Tick tick, ClusterConnection cluster)
            throws IOException, InterruptedException {
        PrintStream log = getContext().get(TaskListener.class).getLogger();
        RolloutWords.log(current, before, tick.state()).forEach(log::println);
        boolean news = before.transitions().size() != tick.state().transitions().size()
                || before.verdicts().size() != tick.state().verdicts().size()
                || before.decisions().size() != tick.state().decisions().size()
                || before.transitions().isEmpty();
        if (news) {
            String address = tick.over() ? cluster.address(current) : null;
            RolloutAction.of(run(), current, report).publish(run(), current, tick.state(), address);
        }
    }

    private void end(RolloutPlan current, RolloutState last) throws IOException, InterruptedException {
        String address = RolloutAction.of(run(), current, report).getAddress();
        PrintStream log = getContext().get(TaskListener.class).getLogger();
        log.println(RolloutWords.headline(current, last));
        last.recovery().forEach(command -> log.println("  " + command));
        if (finish()) {
            RolloutEndings.end(getContext(), current, last, cause, address);
        }
    }

    /** Before anything is touched a problem ends the step. Afterwards it never does: traffic would be left alone. */
    private void trouble(Exception e) {
        if (!planned && finish()) {
            getContext().onFailure(e);
            return;
        }
        if (!finished) {
            LOGGER.log(Level.WARNING, e, () -> "A rollout goes on in a moment: " + plan);
            wake(AFTER_TROUBLE);
        }
    }

    private ClusterConnection connected(RolloutPlan current) throws IOException, InterruptedException {
        if (connection == null) {
            connection = new ClusterConnection(current.target(), run());
        }
        return connection;
    }

    private synchronized boolean finish() {
        if (finished) {
            return false;
        }
        finished = true;
        RolloutsUnderWay.get().ended(report);
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (connection != null) {
            connection.close();
        }
        return true;
    }

    private Run<?, ?> run() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }

    private static Instant now() {
        return DeliveryClock.get().clock().instant();
    }
}
