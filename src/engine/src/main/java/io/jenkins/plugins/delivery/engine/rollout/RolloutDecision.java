package io.jenkins.plugins.delivery.engine.rollout;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody decided about a rollout that is under way.
 *
 * @param kind what
 * @param by who, for people and records
 * @param at when
 * @param reason why; may be empty
 * @param from the address of the network from which they said so; empty where unknown
 */
public record RolloutDecision(Kind kind, String by, Instant at, String reason, String from) {
    /** What can be decided. */
    public enum Kind {
        /** Goes on from a pause, or ends a hold. */
        PROMOTE,
        /** Stays where it is until somebody promotes or aborts. */
        HOLD,
        /** Goes back. */
        ABORT;

        /** The name for people, in URLs and sentences. */
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RolloutDecision {
        reason = reason == null ? "" : reason.strip();
        from = from == null ? "" : from;
    }

    /** As JSON, for keeping. */
    public String toJson() {
        return RolloutJson.write(this);
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when it did not
     */
    public static RolloutDecision fromJson(String json) {
        return RolloutJson.read(json, RolloutDecision.class);
    }

    /** Who decided what, and why. */
    public String words() {
        String did =
                switch (kind) {
                    case PROMOTE -> "promoted by ";
                    case HOLD -> "held by ";
                    case ABORT -> "aborted by ";
                };
        return did + by + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** Why this cannot be decided now; empty when it can. */
    public Optional<String> refusal(RolloutPlan plan, RolloutState state) {
        return refusal(kind, plan, state);
    }

    /** Why something cannot be decided now; empty when it can. */
    public static Optional<String> refusal(Kind kind, RolloutPlan plan, RolloutState state) {
        String what = "The rollout of " + plan.app() + " cannot be " + past(kind) + ": ";
        if (state.phase().isFinal()) {
            return Optional.of(what + "it is over.");
        }
        if (state.phase().decided() || state.abort() != null) {
            return Optional.of(what + "it is settled how it ends.");
        }
        return switch (kind) {
            case ABORT -> Optional.empty();
            case PROMOTE ->
                state.phase() == Phase.PAUSE || state.held().isPresent()
                        ? Optional.empty()
                        : Optional.of(what + "nothing waits for a decision.");
            case HOLD -> unholdable(plan, state).map(why -> what + why);
        };
    }

    private static Optional<String> unholdable(RolloutPlan plan, RolloutState state) {
        if (state.held().isPresent()) {
            return Optional.of("it is already " + state.held().get().words() + ".");
        }
        boolean steps = plan.strategy() == StrategyKind.CANARY || plan.strategy() == StrategyKind.BLUE_GREEN;
        return steps
                ? Optional.empty()
                : Optional.of("a " + plan.strategy().words() + " deployment has no steps to hold at.");
    }

    private static String past(Kind kind) {
        return switch (kind) {
            case PROMOTE -> "promoted";
            case HOLD -> "held";
            case ABORT -> "aborted";
        };
    }
}
