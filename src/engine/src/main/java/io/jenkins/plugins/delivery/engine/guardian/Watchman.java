package io.jenkins.plugins.delivery.engine.guardian;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.rollout.GuardedRollout;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import io.jenkins.plugins.delivery.engine.rollout.status.RolloutEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a guardian does, one step at a time; nothing but the cluster remembers it. It acts only with the lease, which it
 * takes only when nobody renewed it, and stays for a while after it has restored: a call of the rollout that was under
 * way when the lease went may still arrive.
 */
final class Watchman {
    private static final Duration STAY = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final GuardianOptions options;
    private final GuardedRollout rollout;
    private final RolloutEvents events;
    private final Clock clock;
    private final Consumer<String> log;
    private final Instant end;
    private final Silence silence;
    private boolean announced;

    @CheckForNull
    private RolloutState state;

    @CheckForNull
    private Instant restoredAt;

    Watchman(GuardianOptions options, Cluster cluster, Clock clock, Consumer<String> log) {
        this.options = options;
        this.rollout = new GuardedRollout(cluster, options.app(), options.rollout());
        this.events = new RolloutEvents(cluster, "delivery-guardian", clock);
        this.clock = clock;
        this.log = log;
        Instant now = clock.instant();
        this.end = now.plus(options.lifetime());
        this.silence = new Silence(options.after(), now);
    }

    /**
     * What comes next.
     *
     * @param over the guardian is no longer needed
     * @param pause until the next step, unless it is over
     */
    record Step(boolean over, Duration pause) {
        private static final Step OVER = new Step(true, Duration.ZERO);
    }

    /** One step. Calls that fail are made again. */
    Step step() {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            return over("its time is up after " + Durations.format(options.lifetime()));
        }
        try {
            return next(now);
        } catch (ClusterException e) {
            silence.blind(now);
            log.accept("trying again: " + e.getMessage());
            return new Step(false, LOOK_AGAIN.compareTo(silence.pause()) < 0 ? LOOK_AGAIN : silence.pause());
        }
    }

    private Step next(Instant now) {
        GuardedRollout.Look look = rollout.look();
        return switch (look.holding()) {
            case NOBODY -> over("the rollout is over");
            case ANOTHER -> over("another rollout has the lease");
            case GUARDIAN -> restore(look, now);
            case ROLLOUT -> watch(look, now);
        };
    }

    private Step watch(GuardedRollout.Look look, Instant now) {
        state = null;
        if (!announced) {
            rollout.watching();
            announced = true;
            log.accept("watching lease " + options.app() + "-rollout of " + options.rollout());
        }
        silence.seen(look.beat(), now);
        if (!silence.abandoned(now)) {
            return new Step(false, silence.pause());
        }
        if (rollout.decided()) {
            return unattended();
        }
        if (rollout.take(look, now)) {
            log.accept("took the lease: " + reason());
        }
        return new Step(false, Duration.ZERO);
    }

    private Step restore(GuardedRollout.Look look, Instant now) {
        if (restoredAt == null && look.taken()) {
            restoredAt = now;
        }
        Instant done = restoredAt;
        if (done != null && !now.isBefore(done.plus(STAY))) {
            return over("the version before serves");
        }
        RolloutState before = state;
        if (before == null) {
            if (!rollout.settle(reason())) {
                return unattended();
            }
            before = rollout.restoring(reason(), now);
        }
        Tick tick = rollout.restore(before, clock);
        tick.done().forEach(log);
        state = tick.state();
        return switch (tick.state().phase()) {
            case UNLOCK -> restored(tick.state(), now);
            case STUCK -> stuck(tick.state());
            default -> new Step(false, tick.wakeUp());
        };
    }

    private Step restored(RolloutState last, Instant now) {
        state = null;
        if (restoredAt == null) {
            tell("RolledBackByGuardian", "Restored the version before: " + reason() + ". Now: " + last.waitingFor());
            rollout.restored(reason());
            restoredAt = now;
            log.accept("restored: " + last.waitingFor());
        }
        return new Step(false, LOOK_AGAIN);
    }

    private Step unattended() {
        tell("RolloutUnattended", reason() + "; the new version serves and stays, only cleaning up is left.");
        return over("the new version serves; there is nothing to restore");
    }

    private Step stuck(RolloutState last) {
        state = null;
        if (rollout.look().holding() != GuardedRollout.Holding.GUARDIAN) {
            return new Step(false, Duration.ZERO);
        }
        tell(
                "GuardianStuck",
                "Cannot restore the version before: " + last.waitingFor() + ". To do it by hand: "
                        + String.join("; ", last.recovery()));
        log.accept("cannot restore: " + last.waitingFor());
        return new Step(false, LOOK_AGAIN);
    }

    /** An Event is for people: that it cannot be written keeps nothing from being restored. */
    private void tell(String reason, String message) {
        try {
            events.warning(options.app(), options.rollout(), reason, message);
        } catch (ClusterException e) {
            log.accept("no Event: " + e.getMessage());
        }
    }

    private String reason() {
        return "nobody renewed the lease for " + Durations.format(options.after());
    }

    private Step over(String why) {
        log.accept("ends: " + why);
        return Step.OVER;
    }
}
