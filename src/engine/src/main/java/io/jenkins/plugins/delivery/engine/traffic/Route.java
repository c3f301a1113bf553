package io.jenkins.plugins.delivery.engine.traffic;

/**
 * Where traffic should go.
 *
 * @param app the application: its stable Deployment and Service carry the name
 * @param weight percent of traffic for the canary, 0 to 100; stable gets the rest
 * @param replicas how many pods the application needs to serve all of its traffic
 */
public record Route(String app, int weight, int replicas) {
    public Route {
        if (weight < 0 || weight > 100) {
            throw new IllegalArgumentException("weight " + weight + " is not between 0 and 100");
        }
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
