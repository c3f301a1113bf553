package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.traffic.Match;
import java.util.List;

/**
 * The steps of a canary.
 *
 * @param weights rising percentages of traffic
 * @param router name of a {@link io.jenkins.plugins.delivery.engine.traffic.TrafficRouter}
 * @param route name of the object that the router works at; null for the application's
 * @param match requests that go to the canary before any weight does
 * @param baseline whether fresh pods of the old version are what the canary is compared with
 * @param pauseAt weights at which somebody has to decide
 */
public record CanaryPlan(
        List<Integer> weights,
        String router,
        @CheckForNull String route,
        Match match,
        boolean baseline,
        List<Integer> pauseAt) {
    /** What a rollout that is no canary has. */
    public static final CanaryPlan NONE = new CanaryPlan(List.of(), "", null, Match.NONE, false, List.of());

    public CanaryPlan {
        weights = weights == null ? List.of() : List.copyOf(weights);
        router = router == null ? "" : router;
        match = match == null ? Match.NONE : match;
        pauseAt = pauseAt == null ? List.of() : List.copyOf(pauseAt);
    }

    /** Weights by a router, and nothing more. */
    public static CanaryPlan of(List<Integer> weights, String router) {
        return new CanaryPlan(weights, router, null, Match.NONE, false, List.of());
    }

    /** The same at a route object of its own name. */
    public CanaryPlan at(@CheckForNull String object) {
        return new CanaryPlan(weights, router, object, match, baseline, pauseAt);
    }

    /** The same with chosen requests first. */
    public CanaryPlan matching(Match chosen) {
        return new CanaryPlan(weights, router, route, chosen, baseline, pauseAt);
    }

    /** The same with, or without, fresh pods to compare with. */
    public CanaryPlan comparing(boolean fresh) {
        return new CanaryPlan(weights, router, route, match, fresh, pauseAt);
    }

    /** The same with pauses for a decision. */
    public CanaryPlan pausing(List<Integer> at) {
        return new CanaryPlan(weights, router, route, match, baseline, at);
    }
}
