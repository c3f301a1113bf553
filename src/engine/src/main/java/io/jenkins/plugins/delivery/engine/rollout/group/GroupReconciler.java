package io.jenkins.plugins.delivery.engine.rollout.group;

import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Moves several rollouts on as one. All leases first, in one order; then all plans; then each goes as far as it can
 * without giving its users the new version; then they are promoted one by one, in the order of the plan. What can no
 * longer be undone begins for all at once. When one goes back, all do: those that were promoted in reverse order.
 *
 * <p>As for a single rollout, a tick may be lost, doubled, late, or cut off anywhere.
 */
public final class GroupReconciler {
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Function<RolloutPlan, RolloutReconciler> reconcilers;

    /** @param reconcilers gives each service one with its metrics */
    public GroupReconciler(Function<RolloutPlan, RolloutReconciler> reconcilers) {
        this.reconcilers = reconcilers;
    }

    /**
     * One tick of all services. Never throws because of what the cluster or the metrics say.
     *
     * @param plans in the order in which they are promoted; each is {@link RolloutPlan#together together} with the others
     */
    public GroupTick reconcile(List<RolloutPlan> plans, GroupState state, Cluster cluster, Clock clock) {
        GroupState next = goingBack(plans, state);
        List<String> done = new ArrayList<>();
        Duration wakeUp = null;
        for (RolloutPlan plan : plans) {
            if (next.of(plan.app()).phase().isFinal()) {
                continue;
            }
            Tick tick = tick(plans, plan, next, cluster, clock);
            tick.done().forEach(line -> done.add(plan.app() + ": " + line));
            next = noted(plan, next, tick.state());
            wakeUp = wakeUp == null || tick.wakeUp().compareTo(wakeUp) < 0 ? tick.wakeUp() : wakeUp;
        }
        GroupState settled = settled(plans, next, clock.instant());
        boolean news = settled != next || settled.over();
        return new GroupTick(settled, done, news ? Duration.ZERO : wakeUp == null ? IDLE : wakeUp);
    }

    private Tick tick(List<RolloutPlan> plans, RolloutPlan plan, GroupState state, Cluster cluster, Clock clock) {
        RolloutReconciler reconciler = reconcilers.apply(plan);
        RolloutState own = state.of(plan.app());
        Optional<String> closed = waitsFor(plans, plan, state);
        return closed.map(words -> reconciler.hold(plan, own, cluster, clock, "waits for " + words))
                .orElseGet(() -> reconciler.reconcile(plan, own, cluster, clock));
    }

    private static Optional<String> waitsFor(List<RolloutPlan> plans, RolloutPlan plan, GroupState state) {
        RolloutState own = state.of(plan.app());
        if (own.ending() != null) {
            return Optional.empty();
        }
        if (goesBack(state) && mayAct(own)) {
            return Optional.of("the others to go back first");
        }
        if (state.through().contains(plan.app()) && !isSettled(own)) {
            return Optional.of("the others, being through itself");
        }
        return new Gates(plans, state).closed(plan);
    }

    /** Whether a service still goes forward, and could be told to go back. */
    private static boolean mayAct(RolloutState own) {
        return own.ending() == null
                && own.abort() == null
                && own.phase() != Phase.UNLOCK
                && own.phase() != Phase.RETIRE;
    }

    /** What cannot be undone is not begun by one alone: it stays where it is until all have come as far. */
    private static GroupState noted(RolloutPlan plan, GroupState state, RolloutState next) {
        RolloutState before = state.of(plan.app());
        boolean arrived = next.phase() == Phase.RETIRE && before.phase() != Phase.RETIRE;
        return arrived ? state.through(plan.app()) : state.with(plan.app(), next);
    }

    private static GroupState settled(List<RolloutPlan> plans, GroupState state, Instant now) {
        boolean waiting = plans.stream()
                .anyMatch(plan -> state.through().contains(plan.app()) && !isSettled(state.of(plan.app())));
        if (!waiting || goesBack(state) || !new Gates(plans, state).allThrough()) {
            return state;
        }
        GroupState next = state;
        for (RolloutPlan plan : plans) {
            RolloutState own = next.of(plan.app());
            if (!isSettled(own)) {
                next = next.with(
                        plan.app(), own.retiring(now, "all of " + String.join(", ", apps(plans)) + " are through"));
            }
        }
        return next;
    }

    private static boolean isSettled(RolloutState state) {
        return state.phase() == Phase.RETIRE
                || state.phase() == Phase.UNLOCK
                || state.phase().isFinal();
    }

    /** Whether one of them goes back, and therefore all do. */
    private static boolean goesBack(GroupState state) {
        return state.abort() != null
                || state.states().values().stream().anyMatch(own -> own.ending() != null || own.phase() == Phase.STUCK);
    }

    /** Tells the others that they go back: at once where users have not seen the new version, else in reverse order. */
    private static GroupState goingBack(List<RolloutPlan> plans, GroupState state) {
        if (!goesBack(state)) {
            return state;
        }
        Gates gates = new Gates(plans, state);
        String why = why(plans, state);
        GroupState next = state;
        List<RolloutPlan> reverse = new ArrayList<>(plans);
        Collections.reverse(reverse);
        boolean laterAreBack = true;
        for (RolloutPlan plan : reverse) {
            RolloutState own = next.of(plan.app());
            boolean promoted = gates.isPromoted(plan);
            if (own.ending() == null && (!promoted || laterAreBack)) {
                next = next.with(plan.app(), own.aborted(why));
            }
            laterAreBack &= !promoted || own.phase().isFinal();
        }
        return next;
    }

    private static String why(List<RolloutPlan> plans, GroupState state) {
        String wish = state.abort();
        if (wish != null) {
            return wish;
        }
        for (RolloutPlan plan : plans) {
            RolloutState own = state.of(plan.app());
            if (own.ending() != null && own.abort() == null) {
                return plan.app() + " goes back: " + own.ending().reason();
            }
        }
        return "another service of the release goes back";
    }

    private static List<String> apps(List<RolloutPlan> plans) {
        return plans.stream().map(RolloutPlan::app).toList();
    }
}
