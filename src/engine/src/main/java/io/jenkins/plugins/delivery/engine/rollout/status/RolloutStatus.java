package io.jenkins.plugins.delivery.engine.rollout.status;

import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutRecord;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.Transition;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Shows in the cluster how a rollout is: the ConfigMap {@code <app>-rollout}, which {@code kubectl get} reads, and Events.
 * It is only ever told; a cluster that does not take it changes nothing about the rollout.
 */
public final class RolloutStatus {
    private final Cluster cluster;
    private final Clock clock;

    public RolloutStatus(Cluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /**
     * Shows what is new.
     *
     * @param before the state that was shown last
     * @return why it could not be shown, if it could not
     */
    public Optional<String> publish(RolloutPlan plan, RolloutState before, RolloutState after) {
        if (after.facts() == null) {
            return Optional.empty();
        }
        try {
            RolloutRecord.amend(cluster, plan.app(), any -> true, record(plan, after));
            RolloutEvents events = new RolloutEvents(cluster, "progressive-delivery", clock);
            for (Transition step : news(before, after)) {
                event(events, plan, after, step);
            }
            return Optional.empty();
        } catch (ClusterException e) {
            return e.mayPass()
                    ? Optional.empty() // the next news brings all of it
                    : Optional.of("the cluster does not show this rollout: " + e.getMessage());
        }
    }

    private static List<Transition> news(RolloutState before, RolloutState after) {
        int known = Math.min(before.transitions().size(), after.transitions().size());
        return after.transitions().subList(known, after.transitions().size());
    }

    private Map<String, String> record(RolloutPlan plan, RolloutState state) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(RolloutRecord.ROLLOUT, plan.id());
        values.put(RolloutRecord.PHASE, phase(state.phase()));
        values.put(RolloutRecord.WEIGHT, String.valueOf(state.weight()));
        values.put(RolloutRecord.VERSION, state.facts().toVersion());
        values.put(RolloutRecord.PREVIOUS_VERSION, state.facts().fromVersion());
        values.put(RolloutRecord.MESSAGE, message(state));
        values.put(
                RolloutRecord.UPDATED,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        values.put("app", plan.app());
        values.put("environment", plan.target().environment());
        values.put("strategy", plan.strategy().words());
        return values;
    }

    private static String message(RolloutState state) {
        return state.ending() == null ? state.waitingFor() : state.ending().reason();
    }

    private static void event(RolloutEvents events, RolloutPlan plan, RolloutState state, Transition step) {
        String versions = state.facts().toVersion();
        switch (step.to()) {
            case APPLY ->
                events.normal(
                        plan.app(),
                        plan.id(),
                        "RolloutStarted",
                        plan.strategy().words() + " of version " + versions + ": " + step.reason());
            case VERIFY ->
                events.normal(
                        plan.app(),
                        plan.id(),
                        "TrafficShifted",
                        step.weight() + " % of traffic to version " + versions + ": " + step.reason());
            case SHIFT, PROMOTE -> {
                if (step.from() == Phase.OBSERVE) {
                    events.normal(
                            plan.app(), plan.id(), "AnalysisPassed", "at " + step.weight() + " %: " + step.reason());
                }
            }
            case RESTORE -> events.warning(plan.app(), plan.id(), "RollingBack", step.reason());
            case COMPLETED -> events.normal(plan.app(), plan.id(), "RolloutCompleted", step.reason());
            case ROLLED_BACK -> events.warning(plan.app(), plan.id(), "RolledBack", step.reason());
            case STUCK -> events.warning(plan.app(), plan.id(), "RolloutStuck", step.reason());
            default -> {
                // the record says the rest
            }
        }
    }

    /** A phase as a label may hold it, such as {@code rolled-back}. */
    public static String phase(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
