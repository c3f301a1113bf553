package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.time.Duration;
import java.time.Instant;

/**
 * All that one tick works with.
 *
 * @param plan what is wanted; of a rollback, what it turned into
 * @param state how far it is
 * @param cluster what is there
 * @param analyst asks the metrics
 * @param now the time of this tick
 */
record Scene(RolloutPlan plan, RolloutState state, Cluster cluster, Analyst analyst, Instant now) {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration RARELY = Duration.ofSeconds(15);

    /** Come back in a moment: something in the cluster is on its way. The longer it takes, the longer the moment. */
    Move stay(String words) {
        Duration tenth = Duration.between(state.since(), now).dividedBy(10);
        Duration pause = tenth.compareTo(SOON) < 0 ? SOON : tenth;
        return stay(state, words, pause.compareTo(RARELY) > 0 ? RARELY : pause);
    }

    Move stay(RolloutState next, String words, Duration wakeUp) {
        return new Move(next, null, null, words, wakeUp);
    }

    /** Come back at once: something was done, and the next look shows its effect. */
    Move again(String words) {
        return stay(state, words, Duration.ZERO);
    }

    Move go(Phase to, String reason) {
        return go(state, to, reason);
    }

    /** The version is in the cluster, as this; next its pods have to become ready. */
    Move applied(String as, int pods) {
        String reason = "applied version " + plan.version() + " as " + as + ", " + pods;
        return go(Phase.READY, reason + (pods == 1 ? " pod" : " pods"));
    }

    Move go(RolloutState next, Phase to, String reason) {
        return new Move(next, to, null, reason, Duration.ZERO);
    }

    Move back(Ending.Cause cause, String reason) {
        return back(state, cause, reason);
    }

    Move back(RolloutState next, Ending.Cause cause, String reason) {
        return new Move(next, null, new Ending(cause, reason), reason, Duration.ZERO);
    }

    /** Goes back when the phase has taken longer than progress may take. */
    Move stayUntilLate(String words) {
        Duration limit = plan.timing().progress();
        return late(limit)
                ? back(
                        Ending.Cause.UNHEALTHY,
                        words + "; gave up after "
                                + io.jenkins.plugins.delivery.engine.argument.Durations.format(limit))
                : stay(words);
    }

    boolean late(Duration limit) {
        return !now.isBefore(state.since().plus(limit));
    }

    Facts facts() {
        Facts facts = state.facts();
        if (facts == null) {
            throw new IllegalStateException("a rollout without facts in phase " + state.phase());
        }
        return facts;
    }
}
