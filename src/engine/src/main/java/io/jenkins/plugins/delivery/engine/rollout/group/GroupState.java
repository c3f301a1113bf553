package io.jenkins.plugins.delivery.engine.rollout.group;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutJson;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the services of one release are.
 *
 * @param states of each service, by its name, in the order in which they are promoted
 * @param through services that have done all that can be undone, and wait for the others
 * @param abort why somebody wants it to stop; null unless somebody does
 */
public record GroupState(
        Map<String, RolloutState> states,
        @JsonDeserialize(as = LinkedHashSet.class) Set<String> through,
        @CheckForNull String abort) {
    public GroupState {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        through = Collections.unmodifiableSet(new LinkedHashSet<>(through));
    }

    /** The state that a release begins with. */
    public static GroupState begin(List<RolloutPlan> plans, Instant now) {
        Map<String, RolloutState> states = new LinkedHashMap<>();
        plans.forEach(plan -> states.put(plan.app(), RolloutState.begin(plan, now)));
        return new GroupState(states, Set.of(), null);
    }

    /** The same, with the wish to stop: every service goes back. Only the first wish counts. */
    public GroupState aborted(String reason) {
        return abort == null ? new GroupState(states, through, reason) : this;
    }

    /** The same with another state of one service. */
    public GroupState with(String app, RolloutState state) {
        Map<String, RolloutState> next = new LinkedHashMap<>(states);
        next.put(app, state);
        return new GroupState(next, through, abort);
    }

    GroupState through(String app) {
        Set<String> next = new LinkedHashSet<>(through);
        next.add(app);
        return new GroupState(states, next, abort);
    }

    /** The state of one service. */
    public RolloutState of(String app) {
        return states.get(app);
    }

    /** Whether nothing happens any more. */
    public boolean over() {
        return states.values().stream().allMatch(state -> state.phase().isFinal());
    }

    /** How it ended for all of them; {@link Phase#STUCK} unless it is the same for all. */
    public Phase outcome() {
        return List.of(Phase.COMPLETED, Phase.ROLLED_BACK).stream()
                .filter(end -> states.values().stream().allMatch(state -> state.phase() == end))
                .findFirst()
                .orElse(Phase.STUCK);
    }

    /** As JSON, for keeping and for people. */
    public String toJson() {
        return RolloutJson.write(this);
    }

    /** What {@link #toJson} wrote. */
    public static GroupState fromJson(String json) {
        return RolloutJson.read(json, GroupState.class);
    }
}
