package io.jenkins.plugins.delivery.steps.rollout;

import hudson.AbortException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.rollout.BodyCheck;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.group.GroupReconciler;
import io.jenkins.plugins.delivery.engine.rollout.group.GroupState;
import io.jenkins.plugins.delivery.engine.rollout.group.GroupTick;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Drives several services as one release. Each has its own report; the block runs for one after the other. Plans and
 * state are kept as JSON.
 */
final class GroupExecution extends RolloutDriver {
    private static final long serialVersionUID = 1L;

    private final ArrayList<ReleaseSource> sources;
    private ArrayList<String> plans;
    private volatile boolean planned;
    private volatile String state;
    /** The state up to which everything was told. A controller that dies after it knew and before it told, tells later. */
    private volatile String told;

    GroupExecution(StepContext context, List<RolloutPlan> drafts, ArrayList<ReleaseSource> sources) {
        super(context, drafts.get(0));
        this.sources = sources;
        this.plans = json(drafts);
    }

    @Override
    public String getStatus() {
        String kept = state;
        return kept == null
                ? "reading the manifests"
                : GroupState.fromJson(kept).states().entrySet().stream()
                        .filter(own -> !own.getValue().phase().isFinal())
                        .map(own -> own.getKey() + ": " + own.getValue().waitingFor())
                        .collect(Collectors.joining("; "));
    }

    @Override
    boolean isPlanned() {
        return planned;
    }

    @Override
    Map<String, RolloutsUnderWay.Driver> deciders() {
        Map<String, RolloutsUnderWay.Driver> deciders = new HashMap<>();
        plans().forEach(plan -> deciders.put(report(plan), new Decider(plan)));
        return deciders;
    }

    @Override
    void proceed() throws IOException, InterruptedException {
        if (!planned && !readManifests()) {
            return;
        }
        List<RolloutPlan> current = plans();
        GroupState kept = GroupState.fromJson(state);
        GroupState known = withNews(current, kept);
        ClusterConnection cluster = connected(current.get(0));
        Map<String, RolloutReconciler> reconcilers = new HashMap<>();
        for (RolloutPlan plan : current) {
            reconcilers.put(
                    plan.app(),
                    new RolloutReconciler(RolloutMetrics.analyst(plan, run(), kept()), new BuildLeaseHolders()));
        }
        GroupTick tick = new GroupReconciler(plan -> reconcilers.get(plan.app()))
                .reconcile(
                        current,
                        known,
                        reached(cluster, mostTouched(known)),
                        DeliveryClock.get().clock());
        remember(tick.state());
        GroupState before = GroupState.fromJson(told);
        for (RolloutPlan plan : current) {
            reported(plan).tell(log(), before.of(plan.app()), tick.state().of(plan.app()), cluster);
        }
        told = state;
        if (tick.state().over()) {
            end(current, tick.state());
        } else {
            next(current, tick);
        }
    }

    /** A cluster that cannot be reached ends a release only while nothing of any service has been touched. */
    private static RolloutState mostTouched(GroupState group) {
        return group.states().values().stream()
                .max(java.util.Comparator.comparing(RolloutState::phase))
                .orElseThrow();
    }

    private GroupState withNews(List<RolloutPlan> current, GroupState kept) throws IOException, InterruptedException {
        GroupState next = kept;
        for (RolloutPlan plan : current) {
            RolloutState own = reported(plan).withDecisions(next.of(plan.app()));
            next = next.with(plan.app(), withBodyNews(own));
        }
        String abort = abortReason();
        return abort == null ? next : next.aborted(abort);
    }

    private void next(List<RolloutPlan> current, GroupTick tick) throws IOException, InterruptedException {
        boolean running = tick.state().states().values().stream()
                .anyMatch(own -> own.body() != null && own.body().status() == BodyCheck.Status.RUNNING);
        Optional<RolloutPlan> wants = current.stream()
                .filter(plan -> tick.state().of(plan.app()).wantsBody())
                .findFirst();
        if (!running && wants.isPresent()) {
            RolloutPlan plan = wants.get();
            RolloutState started = tick.state().of(plan.app()).bodyStarted();
            state = tick.state().with(plan.app(), started).toJson();
            startBody(plan, started.body());
        }
        wake(tick.wakeUp());
    }

    /** Whether the plans are complete; otherwise a tool on the agent is at work. */
    private boolean readManifests() throws IOException, InterruptedException {
        List<RolloutPlan> drafts = plans();
        try {
            RolloutMetrics.check(drafts.get(0), run(), kept()); // the metrics are the same for all
            Optional<ManifestRenderings> manifests =
                    rendered(sources, drafts.get(0).target().namespace());
            if (manifests.isEmpty()) {
                return false;
            }
            plans = json(new PlannedRelease(manifests.get(), run(), log()).complete(drafts, sources));
        } catch (AbortException | ManifestException | ArgumentException e) {
            for (RolloutPlan draft : drafts) {
                RolloutAction.of(run(), draft, report(draft)).publishRefusal(run(), draft, e.getMessage());
            }
            throw new AbortException("Nothing was touched. " + e.getMessage());
        }
        planned = true;
        GroupState first = GroupState.begin(plans(), DeliveryClock.get().clock().instant());
        told = first.toJson();
        remember(first);
        return true;
    }

    private void remember(GroupState next) {
        state = next.toJson();
        getContext().saveState();
    }

    private void end(List<RolloutPlan> current, GroupState last) throws IOException, InterruptedException {
        List<Map<String, Object>> results = new ArrayList<>();
        for (RolloutPlan plan : current) {
            RolloutReport reported = reported(plan);
            reported.conclude(log(), last.of(plan.app()));
            results.add(RolloutWords.result(plan, last.of(plan.app()), reported.address()));
        }
        if (finish()) {
            RolloutEndings.end(getContext(), last.outcome(), results, headline(current, last), cause());
        }
    }

    private static String headline(List<RolloutPlan> current, GroupState last) {
        return current.stream()
                .map(plan -> RolloutWords.headline(plan, last.of(plan.app())))
                .collect(Collectors.joining("; "));
    }

    private RolloutReport reported(RolloutPlan plan) throws IOException, InterruptedException {
        return RolloutReport.of(run(), plan, report(plan));
    }

    private static String report(RolloutPlan plan) {
        return plan.group().rollout(plan.app());
    }

    private List<RolloutPlan> plans() {
        return plans.stream().map(RolloutPlan::fromJson).toList();
    }

    private static ArrayList<String> json(List<RolloutPlan> plans) {
        return new ArrayList<>(plans.stream().map(RolloutPlan::toJson).toList());
    }

    /** What people decide about one service. An abort takes all back. */
    private final class Decider implements RolloutsUnderWay.Driver {
        private final RolloutPlan plan;

        Decider(RolloutPlan plan) {
            this.plan = plan;
        }

        @Override
        public Optional<String> refusal(RolloutDecision.Kind kind) {
            String kept = state;
            if (kept == null || isFinished()) {
                return Optional.of("The rollout has not begun yet, or is over.");
            }
            try {
                RolloutState own = GroupState.fromJson(kept).of(plan.app());
                return RolloutDecision.refusal(kind, plan, reported(plan).withDecisions(own));
            } catch (IOException | InterruptedException e) {
                return Optional.of("The build cannot be read: " + e.getMessage());
            }
        }

        @Override
        public void decided() {
            soon();
        }
    }
}
