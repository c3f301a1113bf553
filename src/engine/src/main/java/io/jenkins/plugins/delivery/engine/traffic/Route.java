package io.jenkins.plugins.delivery.engine.traffic;

/**
 * Where traffic should go.
 *
 * @param app the application: its stable Deployment and Service carry the name
 * @param weight percent of traffic for the canary, 0 to 100; stable gets the rest
 * @param replicas how many pods the application needs to serve all of its traffic
 * @param match users who go to the canary whatever the weight; none when traffic goes back
 * @param object name of the object that is written: an HTTPRoute, an Ingress, a backend of HAProxy …
 * @param slack how far the number of pods may be from {@code replicas}
 * @param address where the router is reached, for one outside of the cluster; else empty
 */
public record Route(String app, int weight, int replicas, Match match, String object, Slack slack, String address) {
    public Route {
        if (weight < 0 || weight > 100) {
            throw new IllegalArgumentException("weight " + weight + " is not between 0 and 100");
        }
    }

    /** A route by weight alone, at the object that carries the application's name. */
    public Route(String app, int weight, int replicas) {
        this(app, weight, replicas, Match.NONE, app, Slack.DEFAULT, "");
    }

    /** The same with users who go to the canary whatever the weight. */
    public Route matching(Match users) {
        return new Route(app, weight, replicas, users, object, slack, address);
    }

    /** The same at an object with a name of its own; empty for the application's name. */
    public Route at(String name) {
        return new Route(app, weight, replicas, match, name.isEmpty() ? app : name, slack, address);
    }

    /** The same with other bounds for the number of pods. */
    public Route within(Slack bounds) {
        return new Route(app, weight, replicas, match, object, bounds, address);
    }

    /** The same by a router that is reached at an address. */
    public Route by(String reachedAt) {
        return new Route(app, weight, replicas, match, object, slack, reachedAt);
    }

    /** The same with another weight. */
    public Route weighing(int percent) {
        return new Route(app, percent, replicas, match, object, slack, address);
    }

    /** The same with all traffic for stable: no weight, and no users for the canary. */
    public Route back() {
        return weighing(0).matching(Match.NONE);
    }

    /** Whether all traffic is for stable. */
    boolean isBack() {
        return weight == 0 && match.none();
    }

    /** Percent of traffic for the stable version. */
    public int stableWeight() {
        return 100 - weight;
    }

    /** Name of the canary's Deployment, Service and Ingress. */
    public String canary() {
        return app + "-canary";
    }
}
