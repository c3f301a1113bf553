package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Moves a rollout on, one tick at a time. A tick compares what should be with what is, does the next thing, and never
 * relies on an earlier one having succeeded: it may be lost, doubled, late, or cut off anywhere.
 *
 * <p>Whether to go back is decided first, from the state alone: it needs neither the router nor any other call.
 */
public final class RolloutReconciler {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Whoever waits longer still renews the lease, and hears of it when somebody else has it. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(60);

    private static final Duration HELD = Duration.ofSeconds(5);
    private static final Map<StrategyKind, Strategy> STRATEGIES = Map.of(
            StrategyKind.BLUE_GREEN, new BlueGreenStrategy(),
            StrategyKind.CANARY, new CanaryStrategy(),
            StrategyKind.ROLLING, new RollingStrategy(),
            StrategyKind.ROLLBACK, new RollbackStrategy());

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
            move = troubled(scene, e);
        } catch (RuntimeException e) {
            move = broken(scene, e);
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
            case LOCK -> lock(scene);
            case UNLOCK -> unlock(scene);
            case RESTORE -> restore(scene);
            case PLAN -> STRATEGIES.get(scene.plan().strategy()).move(scene);
            default -> forward(scene);
        };
    }

    private static Move held(Scene scene, String words) {
        Optional<Ending> ending = ending(scene);
        if (ending.isPresent()) {
            return scene.back(ending.get().cause(), ending.get().reason());
        }
        if (scene.state().phase() != Phase.LOCK) {
            Optional<Move> outvoted = outvoted(scene);
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

    private Move lock(Scene scene) {
        Optional<Move> newer = new Succession(scene, holders).atLock();
        if (newer.isPresent()) {
            return newer.get();
        }
        RolloutLease lease = new RolloutLease(scene.cluster(), scene.plan());
        String holder = lease.take(holders, scene.now());
        if (!holder.equals(lease.us())) {
            return scene.stay(
                    scene.state(),
                    holder + " rolls out " + scene.plan().app() + " at the moment",
                    Duration.ofSeconds(10));
        }
        Guarding.begin(scene);
        return scene.go(Phase.PLAN, "nobody else rolls out " + scene.plan().app());
    }

    private Move forward(Scene scene) {
        Optional<Move> outvoted = outvoted(scene).or(() -> new Succession(scene, holders).beforeActing());
        if (outvoted.isPresent()) {
            return outvoted.get();
        }
        if (scene.state().phase() == Phase.RETIRE
                && scene.late(scene.plan().timing().restore())) {
            return stuck(
                    scene,
                    "the new version was through, but cleaning up did not end: "
                            + scene.state().waitingFor());
        }
        Move move = Guarding.before(scene)
                .orElseGet(() ->
                        Interference.watched(scene, STRATEGIES.get(scene.plan().strategy())));
        return move.to() == Phase.STUCK ? stuck(scene, move.state(), move.words()) : move;
    }

    private static Optional<Move> outvoted(Scene scene) {
        String words = " took the lease; this rollout stopped before it touched anything more";
        return new RolloutLease(scene.cluster(), scene.plan())
                .lost(scene.now())
                .flatMap(other -> Guarding.outvoted(scene, other, stuck(scene, other.build() + words)));
    }

    private static Move restore(Scene scene) {
        if (scene.late(scene.plan().timing().restore())) {
            return stuck(
                    scene,
                    "the version before is not back after "
                            + Durations.format(scene.plan().timing().restore()) + ": "
                            + scene.state().waitingFor());
        }
        Move move;
        try {
            move = STRATEGIES.get(scene.plan().strategy()).restore(scene);
        } catch (Fence.Outvoted e) {
            move = scene.stay(e.getMessage());
        }
        Optional<Move> outvoted = responsible(scene);
        if (outvoted.isPresent()) {
            return outvoted.get();
        }
        return move.to() == Phase.STUCK ? stuck(scene, move.words()) : move;
    }

    /**
     * Traffic first: the lease is renewed when the tick has done its part, each write of which has passed the fence. A lease
     * that cannot be read is looked at again by the next tick.
     */
    private static Optional<Move> responsible(Scene scene) {
        String words = " took the lease; it is responsible for the traffic now";
        try {
            return new RolloutLease(scene.cluster(), scene.plan())
                    .lost(scene.now())
                    .flatMap(other -> Guarding.outvoted(scene, other, stuck(scene, other.build() + words)));
        } catch (ClusterException e) {
            return Optional.empty();
        }
    }

    private Move unlock(Scene scene) {
        Ending ending = scene.state().ending();
        Phase end = ending == null ? Phase.COMPLETED : Phase.ROLLED_BACK;
        String words = ending == null ? scene.state().waitingFor() : ending.reason();
        try {
            Guarding.over(scene);
            new Succession(scene, holders).release();
        } catch (ClusterException e) {
            if (!scene.late(LONGEST_PAUSE)) {
                throw e;
            }
            words = words + " (the lease could not be given back; it is void when the build is over)";
        }
        return scene.go(end, words);
    }

    private static Move troubled(Scene scene, ClusterException e) {
        RolloutState state = scene.state();
        Trouble before = state.trouble();
        Trouble trouble = new Trouble(
                before == null ? 1 : before.times() + 1, before == null ? scene.now() : before.since(), e.getMessage());
        RolloutState next = state.copy().trouble(trouble).build();
        boolean late =
                !scene.now().isBefore(trouble.since().plus(scene.plan().timing().progress()));
        if (!state.phase().decided() && (!e.mayPass() || late)) {
            return scene.back(next, Ending.Cause.REFUSED, e.getMessage());
        }
        Duration backOff =
                Duration.ofSeconds(Math.min(1L << Math.min(trouble.times() - 1, 5), LONGEST_PAUSE.toSeconds()));
        return scene.stay(
                next, "trying again: " + e.getMessage(), e.retryAfter().orElse(backOff));
    }

    /** Manifests that cannot be used, or a fault of ours: it goes back, and the reason is told. */
    private static Move broken(Scene scene, RuntimeException e) {
        String said = e instanceof IllegalArgumentException && e.getMessage() != null ? e.getMessage() : e.toString();
        return scene.state().phase().decided()
                ? scene.stay(scene.state(), "trying again: " + said, LONGEST_PAUSE)
                : scene.back(Ending.Cause.REFUSED, said);
    }

    private static Move stuck(Scene scene, String reason) {
        return stuck(scene, scene.state(), reason);
    }

    /** @param state with commands, where they are others than those that bring the version before back */
    private static Move stuck(Scene scene, RolloutState state, String reason) {
        List<String> commands = state.recovery().isEmpty()
                ? STRATEGIES.get(scene.plan().strategy()).recovery(scene)
                : state.recovery();
        Ending ending = state.ending() == null ? new Ending(Ending.Cause.INTERFERENCE, reason) : state.ending();
        return scene.go(state.copy().ending(ending).recovery(commands).build(), Phase.STUCK, reason);
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
