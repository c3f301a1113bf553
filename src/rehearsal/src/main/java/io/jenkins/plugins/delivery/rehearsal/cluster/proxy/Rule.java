package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One rule of a front.
 *
 * @param id stays the same as long as the rule does, so that its turn is kept when pods come and go
 * @param choosers decide before the weights: nginx's canary by header or cookie
 */
record Rule(String id, Predicate<RequestFacts> matches, List<Chooser> choosers, List<Target> targets) {
    /** Sends a request to one target whatever the weights, or has no opinion. */
    @FunctionalInterface
    interface Chooser {
        Optional<Target> choose(RequestFacts request);
    }
}
