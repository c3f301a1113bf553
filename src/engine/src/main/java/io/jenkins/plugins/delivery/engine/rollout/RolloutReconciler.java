package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Moves a rollout on, one tick at a time. A tick compares what should be with what is, does the next thing, and never
 * relies on an earlier one having succeeded: it may be lost, doubled, late, or cut off anywhere.
 *
 * <p>Whether to go back is decided first, from the state alone: it needs neither the router nor any other call.
 */
public final class RolloutReconciler {
    /** Whoever waits longer still renews the lease, and hears of it when somebody else has it. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(60);

    private static final Duration HELD = Duration.ofSeconds(5);
    private final Analyst analyst;
    private final LeaseHolders holders;

    public RolloutReconciler(Analyst analyst, LeaseHolders holders) {
        this.analyst = analyst;
        this.holders = holders;
    }

    /**
     * One tick. Never throws because of the cluster, the metrics or the manifests: what they say ends up in the state.
     *
     * @param state as the tick before returned it
     * @return the state to keep before the next tick, and when that is due
     */
    public Tick reconcile(RolloutPlan plan, RolloutState state, Cluster cluster, Clock clock) {
        return tick(plan, state, cluster, clock, this::next);
    }

    /**
     * A tick of a rollout that has to wait for others: it keeps its lease, and still goes back when that is decided. How
     * long it waited does not count for what it does next.
     *
     * @param words what it waits for
     */
    public Tick hold(RolloutPlan plan, RolloutState state, Cluster cluster, Clock clock, String words) {
        return tick(plan, state, cluster, clock, scene -> held(scene, words));
    }

    private Tick tick(
            RolloutPlan plan, RolloutState state, Cluster cluster, Clock clock, Function<Scene, Move> decision) {
        if (state.phase().isFinal()) {
            return new Tick(state, List.of(), Duration.ZERO);
        }
        Instant now = clock.instant();
        RecordedCluster recorded = new RecordedCluster(cluster, new Fence(plan, state, cluster));
        Scene scene = new Scene(plan, state, recorded, analyst, now);
        Move move;
        try {
            move = decision.apply(scene);
        } catch (Fence.Outvoted e) {
            move = scene.stay(state, e.getMessage(), Duration.ZERO);
        } catch (ClusterException e) {
            move = Trouble.met(scene, e);
        } catch (RuntimeException e) {
            move = Trouble.met(scene, e);
        }
        Duration pause = move.wakeUp().compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : move.wakeUp();
        return new Tick(applied(scene, move), recorded.done(), Guarding.atMost(plan, pause));
    }

    private Move next(Scene scene) {
        RolloutState state = scene.state();
        Optional<Ending> ending = ending(scene);
        if (ending.isPresent()) {
            return scene.back(ending.get().cause(), ending.get().reason());
        }
        return switch (state.phase()) {
            case LOCK -> new Tenure(scene, holders).begin();
            case UNLOCK -> new Tenure(scene, holders).end();
            case RESTORE -> WayBack.move(scene);
            case PLAN -> Strategies.of(scene).move(scene);
            default -> forward(scene);
        };
    }

    private static Move held(Scene scene, String words) {
        Optional<Ending> ending = ending(scene);
        if (ending.isPresent()) {
            return scene.back(ending.get().cause(), ending.get().reason());
        }
        if (scene.state().phase() != Phase.LOCK) {
            Optional<Move> outvoted = Tenure.lost(scene);
            if (outvoted.isPresent()) {
                return outvoted.get();
            }
        }
        return scene.stay(scene.state().since(scene.now()), words, HELD);
    }

    /** Decided from the state and the time alone. */
    private static Optional<Ending> ending(Scene scene) {
        RolloutState state = scene.state();
        if (state.phase().decided()) {
            return Optional.empty();
        }
        if (state.abort() != null) {
            return Optional.of(new Ending(Ending.Cause.ABORTED, state.abort()));
        }
        if (state.phase().hasDeadline() && !scene.now().isBefore(state.deadline())) {
            Duration limit = scene.plan().timing().timeout();
            return Optional.of(new Ending(
                    Ending.Cause.DEADLINE,
                    "not through after " + Durations.format(limit) + "; it waited for: " + state.waitingFor()));
        }
        return Optional.empty();
    }

    private Move forward(Scene scene) {
        Optional<Move> outvoted = Tenure.lost(scene).or(() -> new Succession(scene, holders).beforeActing());
        if (outvoted.isPresent()) {
            return outvoted.get();
        }
        if (scene.state().phase() == Phase.RETIRE
                && scene.late(scene.plan().timing().restore())) {
            return Stuck.move(
                    scene,
                    "the new version was through, but cleaning up did not end: "
                            + scene.state().waitingFor());
        }
        Move move = Guarding.before(scene).orElseGet(() -> Interference.watched(scene, Strategies.of(scene)));
        return move.to() == Phase.STUCK ? Stuck.move(scene, move.state(), move.words()) : move;
    }

    /** Notes the move in the state. A call that came through ends the trouble. */
    private static RolloutState applied(Scene scene, Move move) {
        RolloutState state = move.state();
        boolean calm =
                state.trouble() != null && state.trouble().equals(scene.state().trouble());
        RolloutState next = calm ? state.copy().trouble(null).build() : state;
        Ending ending = move.ending();
        if (ending != null) {
            Phase to = state.phase().untouched() ? Phase.UNLOCK : Phase.RESTORE;
            return next.copy().ending(ending).build().at(to, scene.now(), ending.reason());
        }
        return move.to() == null
                ? next.copy().waitingFor(move.words()).build()
                : next.at(move.to(), scene.now(), move.words());
    }
}
