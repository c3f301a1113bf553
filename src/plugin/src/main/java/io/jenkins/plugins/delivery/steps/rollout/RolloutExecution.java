package io.jenkins.plugins.delivery.steps.rollout;

import hudson.AbortException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Drives one rollout: keeps its state with the program, lets the reconciler look at the cluster when it is time, and runs
 * the block when the rollout wants it. Plan and state are kept as JSON.
 */
final class RolloutExecution extends RolloutDriver implements RolloutsUnderWay.Driver {
    private static final long serialVersionUID = 1L;

    private final ReleaseSource source;
    private final String report = UUID.randomUUID().toString();
    private String plan;
    private volatile boolean planned;
    private volatile String state;
    /** The state up to which everything was told. A controller that dies after it knew and before it told, tells later. */
    private volatile String told;

    RolloutExecution(StepContext context, ReleaseSource source, RolloutPlan draft) {
        super(context, draft);
        this.source = source;
        this.plan = draft.toJson();
    }

    @Override
    public String getStatus() {
        String kept = state;
        return kept == null
                ? "reading the manifests"
                : RolloutState.fromJson(kept).waitingFor();
    }

    @Override
    boolean isPlanned() {
        return planned;
    }

    @Override
    Map<String, RolloutsUnderWay.Driver> deciders() {
        return Map.of(report, this);
    }

    @Override
    public Optional<String> refusal(RolloutDecision.Kind kind) {
        String kept = state;
        if (kept == null || isFinished()) {
            return Optional.of("The rollout has not begun yet, or is over.");
        }
        try {
            RolloutPlan current = RolloutPlan.fromJson(plan);
            RolloutState known = RolloutReport.of(run(), current, report).withDecisions(RolloutState.fromJson(kept));
            return RolloutDecision.refusal(kind, current, known);
        } catch (IOException | InterruptedException e) {
            return Optional.of("The build cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void decided() {
        soon();
    }

    @Override
    void proceed() throws IOException, InterruptedException {
        if (!planned && !readManifests()) {
            return;
        }
        RolloutPlan current = RolloutPlan.fromJson(plan);
        RolloutReport reported = RolloutReport.of(run(), current, report);
        RolloutState kept = RolloutState.fromJson(state);
        String abort = abortReason();
        RolloutState known = withBodyNews(reported.withDecisions(kept));
        RolloutState before = abort == null ? known : known.aborted(abort);
        RolloutReconciler reconciler =
                new RolloutReconciler(RolloutMetrics.analyst(current, run(), kept()), new BuildLeaseHolders());
        ClusterConnection cluster = connected(current);
        Tick tick = reconciler.reconcile(
                current, before, reached(cluster, before), DeliveryClock.get().clock());
        remember(tick.state());
        reported.tell(log(), RolloutState.fromJson(told), tick.state(), cluster);
        told = state;
        if (tick.over()) {
            end(current, reported, tick.state());
        } else {
            next(current, tick);
        }
    }

    private void next(RolloutPlan current, Tick tick) throws IOException, InterruptedException {
        if (tick.state().wantsBody()) {
            RolloutState running = tick.state().bodyStarted();
            state = running.toJson();
            startBody(current, running.body());
        }
        wake(tick.wakeUp());
    }

    /** Whether the plan is complete; otherwise a tool on the agent is at work. */
    private boolean readManifests() throws IOException, InterruptedException {
        RolloutPlan draft = RolloutPlan.fromJson(plan);
        try {
            RolloutMetrics.check(draft, run(), kept());
            Optional<ManifestRenderings> manifests =
                    rendered(List.of(source), draft.target().namespace());
            if (manifests.isEmpty()) {
                return false;
            }
            plan = new PlannedRelease(manifests.get(), run(), log())
                    .complete(draft, source, report)
                    .toJson();
        } catch (AbortException | ManifestException | ArgumentException e) {
            RolloutAction.of(run(), draft, report).publishRefusal(run(), draft, e.getMessage());
            AbortException refusal = new AbortException("Nothing was touched. " + e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
        planned = true;
        RolloutState first = RolloutState.begin(
                RolloutPlan.fromJson(plan), DeliveryClock.get().clock().instant());
        told = first.toJson();
        remember(first);
        return true;
    }

    private void remember(RolloutState next) {
        state = next.toJson();
        getContext().saveState();
    }

    private void end(RolloutPlan current, RolloutReport reported, RolloutState last)
            throws IOException, InterruptedException {
        reported.conclude(log(), last);
        if (finish()) {
            RolloutEndings.end(getContext(), current, last, cause(), reported.address());
        }
    }
}
