package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls to the cluster that fail.
 *
 * @param times how often in a row
 * @param since when it began
 * @param message what the last one said
 */
public record Trouble(int times, Instant since, String message) {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A call has failed: it is made again, or it goes back where that cannot help or has not for too long. */
    static Move met(Scene scene, ClusterException e) {
        RolloutState state = scene.state();
        Trouble trouble = after(state.trouble(), scene.now(), e.getMessage());
        RolloutState next = state.copy().trouble(trouble).build();
        boolean late =
                !scene.now().isBefore(trouble.since().plus(scene.plan().timing().progress()));
        if (!state.phase().decided() && (!e.mayPass() || late)) {
            return scene.back(next, Ending.Cause.REFUSED, e.getMessage());
        }
        return scene.stay(
                next, "trying again: " + e.getMessage(), e.retryAfter().orElse(trouble.backOff()));
    }

    /** Manifests that cannot be used, or a fault of ours: it goes back, and the reason is told. */
    static Move met(Scene scene, RuntimeException e) {
        String said = e instanceof IllegalArgumentException && e.getMessage() != null ? e.getMessage() : e.toString();
        return scene.state().phase().decided()
                ? scene.stay(scene.state(), "trying again: " + said, LONGEST_PAUSE)
                : scene.back(Ending.Cause.REFUSED, said);
    }

    private static Trouble after(@CheckForNull Trouble before, Instant now, String message) {
        return before == null ? new Trouble(1, now, message) : new Trouble(before.times + 1, before.since, message);
    }

    private Duration backOff() {
        return Duration.ofSeconds(Math.min(1L << Math.min(times - 1, 5), LONGEST_PAUSE.toSeconds()));
    }
}
