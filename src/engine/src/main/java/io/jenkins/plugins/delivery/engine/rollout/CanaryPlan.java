package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.traffic.Match;
import io.jenkins.plugins.delivery.engine.traffic.Slack;
import java.util.List;

/**
 * The steps of a canary.
 *
 * @param weights rising percentages of traffic
 * @param router name of a {@link io.jenkins.plugins.delivery.engine.traffic.TrafficRouter}
 * @param route name of the object that the router works at; null for the application's
 * @param match requests that go to the canary before any weight does
 * @param baseline whether fresh pods of the old version are what the canary is compared with
 * @param pauseAt weights at which somebody has to decide; 0 is the step of the chosen requests
 * @param slack how far the number of pods may be from what the application needs, where their number is the split
 * @param address where a router outside of the cluster is reached; empty for one inside
 */
public record CanaryPlan(
        List<Integer> weights,
        String router,
        @CheckForNull String route,
        Match match,
        boolean baseline,
        List<Integer> pauseAt,
        Slack slack,
        String address) {
    /** What a rollout that is no canary has. */
    public static final CanaryPlan NONE = of(List.of(), "");

    public CanaryPlan {
        weights = weights == null ? List.of() : List.copyOf(weights);
        router = router == null ? "" : router;
        match = match == null ? Match.NONE : match;
        pauseAt = pauseAt == null ? List.of() : List.copyOf(pauseAt);
        slack = slack == null ? Slack.DEFAULT : slack;
        address = address == null ? "" : address;
    }

    /** Weights by a router, and nothing more. */
    public static CanaryPlan of(List<Integer> weights, String router) {
        return new CanaryPlan(weights, router, null, Match.NONE, false, List.of(), Slack.DEFAULT, "");
    }

    /** The same at a route object of its own name. */
    public CanaryPlan at(@CheckForNull String object) {
        return new CanaryPlan(weights, router, object, match, baseline, pauseAt, slack, address);
    }

    /** The same with chosen requests first. */
    public CanaryPlan matching(Match chosen) {
        return new CanaryPlan(weights, router, route, chosen, baseline, pauseAt, slack, address);
    }

    /** The same with, or without, fresh pods to compare with. */
    public CanaryPlan comparing(boolean fresh) {
        return new CanaryPlan(weights, router, route, match, fresh, pauseAt, slack, address);
    }

    /** The same with pauses for a decision. */
    public CanaryPlan pausing(List<Integer> at) {
        return new CanaryPlan(weights, router, route, match, baseline, at, slack, address);
    }

    /** The same with other bounds for the number of pods. */
    public CanaryPlan within(Slack bounds) {
        return new CanaryPlan(weights, router, route, match, baseline, pauseAt, bounds, address);
    }

    /** The same by a router that is reached at an address. */
    public CanaryPlan by(String reachedAt) {
        return new CanaryPlan(weights, router, route, match, baseline, pauseAt, slack, reachedAt);
    }
}
