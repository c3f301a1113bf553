package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.console.StepLog;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.rollout.BodyCheck;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.kept.KeptSettings;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import io.jenkins.plugins.delivery.steps.Shutdown;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * What drives rollouts has in common: one turn at a time on a background thread, an alarm for the next, the block when it
 * is wanted, and the wish to stop. Between turns nothing waits but the alarm.
 */
abstract class RolloutDriver extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(RolloutDriver.class.getName());
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private volatile String abort;
    private volatile Throwable cause;
    private volatile Boolean bodyPassed;
    private volatile String bodyProblem;
    private volatile BodyExecution body;
    private volatile boolean bodyBegun;

    /** The settings that it began with, as JSON; null in programs of older releases. */
    private volatile String kept;

    private transient volatile ManifestRenderings rendering;
    private transient volatile boolean finished;
    private transient boolean busy;
    private transient boolean again;
    private transient volatile Future<?> alarm;
    private transient volatile ClusterConnection connection;
    private transient volatile StepLog console;

    /** @param draft any plan of it; all of them go to the same place */
    RolloutDriver(StepContext context, RolloutPlan draft) {
        super(context);
        kept = KeptSettings.of(draft.target().environment(), RolloutMetrics.providers(draft))
                .toJson();
    }

    /** One turn. What it throws is tried again, unless nothing is planned yet. */
    abstract void proceed() throws IOException, InterruptedException;

    /** Whether the manifests are read, so that something may have been touched. */
    abstract boolean isPlanned();

    /** Who can be asked to decide, by the id of the report. */
    abstract Map<String, RolloutsUnderWay.Driver> deciders();

    @Override
    public final boolean start() {
        deciders().forEach(RolloutsUnderWay.get()::began);
        soon();
        return false;
    }

    /** A block that was wanted, but of which the saved program knows nothing, will never end: it is wanted again. */
    @Override
    public final void onResume() {
        deciders().forEach(RolloutsUnderWay.get()::began);
        if (!bodyBegun) {
            body = null;
        }
        soon();
    }

    /** Traffic goes back first; the step ends when that is verified. */
    @Override
    public final void stop(Throwable why) {
        if (cause == null) {
            cause = why;
        }
        abort = RolloutEndings.reason(why);
        ManifestRenderings tools = rendering;
        if (tools != null) {
            tools.abort();
        }
        BodyExecution running = body;
        if (running != null) {
            running.cancel(why);
        }
        soon();
    }

    /**
     * The manifests of sources.
     *
     * @return empty while a tool on the agent renders them; then there is another turn when it has ended
     */
    final Optional<ManifestRenderings> rendered(List<ReleaseSource> sources, String namespace)
            throws IOException, InterruptedException {
        ManifestRenderings known = rendering;
        if (known == null) {
            known = new ManifestRenderings(sources, namespace);
            rendering = known;
        }
        Optional<CompletionStage<?>> pending = known.advance(getContext());
        pending.ifPresent(tool -> DeliveryClock.get().whenDone(tool, this::turn));
        return pending.isPresent() ? Optional.empty() : Optional.of(known);
    }

    /** The block is part of the program from now on. */
    final void bodyBegun() {
        bodyBegun = true;
    }

    /** The block is over. */
    final void bodyDone(@CheckForNull Throwable problem) {
        body = null;
        bodyBegun = false;
        bodyProblem = problem == null ? null : RolloutEndings.reason(problem);
        bodyPassed = problem == null;
        if (problem instanceof FlowInterruptedException && cause == null) {
            cause = problem;
        }
        soon();
    }

    /** Starts the block for the checks that a rollout wants. */
    final void startBody(RolloutPlan plan, BodyCheck check) throws IOException, InterruptedException {
        bodyPassed = null;
        body = RolloutBody.start(getContext(), this, plan, check);
        getContext().saveState();
    }

    /** What became of the block since the last turn, of the rollout whose checks run. */
    final RolloutState withBodyNews(RolloutState kept) {
        BodyCheck check = kept.body();
        if (check == null || check.status() != BodyCheck.Status.RUNNING) {
            return kept;
        }
        Boolean passed = bodyPassed;
        bodyPassed = null;
        if (passed != null) {
            return passed ? kept.bodyPassed() : kept.bodyFailed(bodyProblem == null ? "" : bodyProblem);
        }
        return body == null ? kept.bodyLost() : kept;
    }

    /** Why somebody wants it to stop; null unless somebody does. */
    @CheckForNull
    final String abortReason() {
        return abort;
    }

    /** What stopped it; null unless something did. */
    @CheckForNull
    final Throwable cause() {
        return cause;
    }

    final void soon() {
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
            if (isPlanned() || !stoppedEarly()) {
                proceed();
            }
        } catch (IOException | InterruptedException | RuntimeException | LinkageError | VirtualMachineError e) {
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

    /** A build that is stopped while its manifests are read or rendered has touched nothing. */
    private boolean stoppedEarly() {
        Throwable why = cause;
        if (why != null && finish()) {
            getContext().onFailure(why);
        }
        return why != null;
    }

    final void wake(Duration after) {
        Future<?> before = alarm;
        if (before != null) {
            before.cancel(false);
        }
        alarm = DeliveryClock.get().schedule(after, this::turn);
    }

    /** Before anything is touched a problem ends the step. Afterwards it never does: traffic would be left alone. */
    private void trouble(Throwable e) {
        if (Shutdown.isUnderWay()) {
            return;
        }
        if (!isPlanned() && finish()) {
            getContext().onFailure(e);
            return;
        }
        if (!finished) {
            LOGGER.log(Level.WARNING, e, () -> "A rollout goes on in a moment: " + getStatus());
            wake(AFTER_TROUBLE);
        }
    }

    final ClusterConnection connected(RolloutPlan current) throws IOException, InterruptedException {
        if (connection == null) {
            connection = new ClusterConnection(current.target(), run(), kept());
        }
        return connection;
    }

    /** The cluster. Which server it is, is known from now on: the rollout goes on there and nowhere else. */
    final Cluster reached(ClusterConnection open, RolloutState before) throws IOException, InterruptedException {
        Cluster cluster = open.cluster(before);
        KeptSettings learnt = open.kept();
        if (learnt != null && !learnt.equals(kept())) {
            kept = learnt.toJson();
            getContext().saveState();
        }
        return cluster;
    }

    /** The settings that it began with; null in programs of older releases. */
    @CheckForNull
    final KeptSettings kept() throws IOException {
        return kept == null ? null : KeptSettings.fromJson(kept);
    }

    final boolean isFinished() {
        return finished;
    }

    /** Whether this call is the one that ends the step. */
    final synchronized boolean finish() {
        if (finished) {
            return false;
        }
        finished = true;
        deciders().keySet().forEach(RolloutsUnderWay.get()::ended);
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (connection != null) {
            connection.close();
        }
        return true;
    }

    final PrintStream log() throws InterruptedException {
        synchronized (this) {
            if (console == null) {
                console = new StepLog(getContext());
            }
        }
        return console.listener().getLogger();
    }

    final Run<?, ?> run() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }
}
