package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One way to give a share of an application's traffic to its canary. Stateless: it looks before it acts, so that any call
 * may be repeated, lost or made by another process.
 */
public interface TrafficRouter {
    /** The name that a Jenkinsfile uses. */
    String name();

    /**
     * Whether the router can work with this application, asked before anything is touched.
     *
     * @param manifests the objects of the release: what is among them need not be in the cluster yet
     * @return what is missing or in the way, and what to do about it; empty when the router can work
     */
    Optional<String> refusal(Cluster cluster, Route route, List<HasMetadata> manifests);

    /** What does not stop a rollout, but may surprise: who else writes the same object, and how to settle that. */
    default List<String> warnings(Cluster cluster, Route route) {
        return List.of();
    }

    /** How many canary pods have to be ready before the canary may get the route's weight. */
    default int canaryPods(Route route) {
        return Math.max(1, (int) Math.ceil(route.replicas() * route.weight() / 100.0));
    }

    /**
     * Whether the main Service of the application may select canary pods: true for a router that splits by their number,
     * false for one that sends the canary's share to the canary's own Service.
     */
    default boolean sharesService() {
        return false;
    }

    /** How long traffic may still go the old way after {@link Routing#inEffect}: a data plane learns late. */
    default Duration propagation() {
        return Duration.ZERO;
    }

    /**
     * Takes the one next step towards the route, if there is one to take, and says what is in effect. What somebody else
     * changed after us is not written again, but said, unless traffic is to go back: that is always written.
     */
    Routing route(Cluster cluster, Route route);

    /** Says what is in effect, and changes nothing. */
    Routing observe(Cluster cluster, Route route);

    /** Removes what the router added, and leaves the rest as it was; only called when no traffic goes to the canary. */
    void remove(Cluster cluster, Route route);

    /** Commands by which a person sends all traffic to the stable version. */
    List<String> recovery(String namespace, Route route);
}
