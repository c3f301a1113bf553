package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a rollout owes its guardian, and how it meets it again. The record of what to restore is in the cluster, and the
 * guardian watches, before anything is touched; and the guardian is told before what it would restore goes.
 */
final class Guarding {
    private static final int LOOKS_IN_TIME = 4;

    /** What a rollout may see first of a guardian that restores while it wakes up. */
    private static final Set<Ending.Cause> CONSEQUENCES =
            EnumSet.of(Ending.Cause.INTERFERENCE, Ending.Cause.REFUSED, Ending.Cause.DEADLINE);

    private Guarding() {}

    /** Says in the cluster whose turn it is, once the lease is taken: who finds no lease later can tell. */
    static void begin(Scene scene) {
        RolloutRecord.write(scene.cluster(), scene.plan().app(), values(scene, "", Map.of()));
    }

    /** To be asked before a strategy moves; empty when it may. */
    static Optional<Move> before(Scene scene) {
        Facts facts = scene.state().facts();
        if (!isGuarded(scene.plan(), facts)) {
            return Optional.empty();
        }
        return switch (scene.state().phase()) {
            case APPLY -> watched(scene, facts);
            case RETIRE -> decided(scene);
            default -> Optional.empty();
        };
    }

    /** Without a version before that serves there is nothing to restore. */
    private static boolean isGuarded(RolloutPlan plan, @CheckForNull Facts facts) {
        return plan.guard().watches() && facts != null && !facts.first() && !facts.broken();
    }

    /** A guardian must not take a long sleep for a long absence. */
    static Duration atMost(RolloutPlan plan, Duration wakeUp) {
        Duration after = plan.guard().after();
        if (after == null) {
            return wakeUp;
        }
        Duration most = after.dividedBy(LOOKS_IN_TIME);
        return wakeUp.compareTo(most) > 0 ? most : wakeUp;
    }

    /** Ends the watch, when the rollout is over and before its lease goes. */
    static void over(Scene scene) {
        Facts facts = scene.state().facts();
        if (isGuarded(scene.plan(), facts)) {
            RolloutRecord.amend(
                    scene.cluster(),
                    scene.plan().app(),
                    any -> true,
                    values(scene, RolloutRecord.OVER, Map.of(RolloutRecord.RESTORE, "")));
            new GuardianJob(scene.cluster(), scene.plan()).end();
        }
    }

    /**
     * What follows when somebody else has the lease; empty when it was taken over from a guardian, and the rollout goes
     * on going back.
     *
     * @param stuck what follows when it is not our guardian
     */
    static Optional<Move> outvoted(Scene scene, LeaseHolder other, Move stuck) {
        String id = scene.plan().id();
        if (other.isGuardianOf(id)) {
            return other.guardianIsDone(scene.now()) ? met(scene) : Optional.of(scene.stay(waiting(scene)));
        }
        if (other.takenBack(id)) {
            Ending ending = new Ending(
                    Ending.Cause.GUARDIAN, "the guardian took it back; since then " + other.build() + " rolls out");
            RolloutState last =
                    scene.state().copy().ending(ending).weight(0, scene.now()).build();
            return Optional.of(scene.go(last, Phase.ROLLED_BACK, ending.reason()));
        }
        return Optional.of(stuck);
    }

    /** The decision to go back is kept before the lease is: a restart in between must not lead forward. */
    private static Optional<Move> met(Scene scene) {
        RolloutState state = scene.state();
        String reason = "rolled back by guardian: " + said(scene);
        if (state.phase() != Phase.RESTORE) {
            return Optional.of(scene.back(Ending.Cause.GUARDIAN, reason));
        }
        if (state.ending() != null && CONSEQUENCES.contains(state.ending().cause())) {
            Ending known = new Ending(Ending.Cause.GUARDIAN, reason);
            return Optional.of(scene.stay(state.copy().ending(known).build(), reason, Duration.ZERO));
        }
        new RolloutLease(scene.cluster(), scene.plan()).takeBack(scene.now());
        return Optional.empty();
    }

    private static String waiting(Scene scene) {
        return "the guardian in the cluster takes it back: " + said(scene);
    }

    private static String said(Scene scene) {
        String limit = limit(scene.plan().guard().after());
        return RolloutRecord.find(scene.cluster(), scene.plan().app())
                .filter(record -> record.isOf(scene.plan().id()))
                .map(record -> record.get(RolloutRecord.MESSAGE))
                .filter(message -> !message.isEmpty())
                .orElse("nobody renewed the lease for " + limit);
    }

    private static String limit(@CheckForNull Duration after) {
        return after == null ? "a while" : Durations.format(after);
    }

    private static Optional<Move> watched(Scene scene, Facts facts) {
        RolloutPlan plan = scene.plan();
        Optional<RolloutRecord> there =
                RolloutRecord.find(scene.cluster(), plan.app()).filter(record -> record.isOf(plan.id()));
        if (there.map(record -> record.get(RolloutRecord.RESTORE)).orElse("").isEmpty()) {
            String stable = StableRecord.of(plan, facts).toJson();
            RolloutRecord.write(scene.cluster(), plan.app(), values(scene, "", Map.of(RolloutRecord.RESTORE, stable)));
        }
        GuardianJob job = new GuardianJob(scene.cluster(), plan);
        job.start();
        return there.map(record -> record.get(RolloutRecord.GUARDIAN))
                        .filter(GuardedRollout.WATCHING::equals)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(scene.stayUntilLate("the guardian does not watch yet: " + job.said()));
    }

    /** From here on nobody may restore any more; where a guardian has begun to, it goes back as well. */
    private static Optional<Move> decided(Scene scene) {
        RolloutPlan plan = scene.plan();
        boolean settled = RolloutRecord.amend(
                scene.cluster(),
                settling(plan),
                record -> !GuardedRollout.isRestoring(record),
                Map.of(RolloutRecord.ROLLOUT, settlingId(plan), RolloutRecord.END, RolloutRecord.DECIDED));
        return settled
                ? Optional.empty()
                : Optional.of(scene.back(Ending.Cause.GUARDIAN, "rolled back by guardian: " + said(scene)));
    }

    /** The application whose record settles it: one for all services that go together. */
    static String settling(RolloutPlan plan) {
        return plan.group().isGroup() ? plan.group().leader() : plan.app();
    }

    static String settlingId(RolloutPlan plan) {
        return plan.group().isGroup() ? plan.group().rollout(plan.group().leader()) : plan.id();
    }

    private static Map<String, String> values(Scene scene, String end, Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>(more);
        values.put(RolloutRecord.ROLLOUT, scene.plan().id());
        values.put(RolloutRecord.BUILD, scene.plan().holder());
        values.put(RolloutRecord.END, end);
        return values;
    }
}
