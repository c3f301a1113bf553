package io.jenkins.plugins.delivery.engine.traffic;

/**
 * What a router found.
 *
 * @param inEffect the route that was asked for is the one that traffic takes now
 * @param weight percent of traffic that the canary has now, as near as the router can tell
 * @param words the same for people
 * @param drifted somebody else has changed what we wrote: the words say who, if the cluster knows
 */
public record Routing(boolean inEffect, int weight, String words, boolean drifted) {
    public Routing(boolean inEffect, int weight, String words) {
        this(inEffect, weight, words, false);
    }
}
