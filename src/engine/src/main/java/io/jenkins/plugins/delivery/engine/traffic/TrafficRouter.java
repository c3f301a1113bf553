package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One way to give a share of an application's traffic to its canary. Stateless: it looks before it acts. */
public interface TrafficRouter {
    /** The name that a Jenkinsfile uses. */
    String name();

    /**
     * Whether the router can work with this application, asked before anything is touched.
     *
     * @param manifests looks for an object of the release by its type and name
     * @return what is missing and what to do about it; empty when everything is there
     */
    Optional<String> missing(Cluster cluster, String app, Function<Class<? extends HasMetadata>, Boolean> manifests);

    /** How many canary pods have to be ready before the canary may get the weight. */
    int canaryPods(int weight, int replicas);

    /**
     * Whether the main Service of the application may select canary pods: true for a router that splits by their number,
     * false for one that sends the canary's share to the canary's own Service.
     */
    boolean sharesService();

    /** Takes the one next step towards the weight, if there is one to take, and says what is in effect. */
    Routing route(Cluster cluster, Route route);

    /** Says what is in effect, and changes nothing. */
    Routing observe(Cluster cluster, Route route);

    /** Removes what the router added; only called when no traffic goes to the canary. */
    void remove(Cluster cluster, String app);

    /** Commands by which a person sends all traffic to the stable version. */
    List<String> recovery(String namespace, Route route);
}
