package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.util.List;
import java.util.Optional;

/**
 * One way to move all traffic from one colour to the other at once. Stateless: it looks before it acts.
 *
 * <p>{@link #to} moves users. {@link #settle} comes at the end of a rollout, when there is no way back any more: it makes
 * Service {@code <app>} the one that leads to the new colour, and everything else as it was before.
 */
public interface Switch {
    /** The name that a Jenkinsfile uses. */
    String name();

    /**
     * Whether the switch can be made, asked before anything is touched.
     *
     * @param manifests the objects of the release: what is among them need not be in the cluster yet
     * @return what is missing or in the way, and what to do about it; empty when it can be made
     */
    Optional<String> refusal(Cluster cluster, Swap swap, List<HasMetadata> manifests);

    /** What does not stop a rollout, but may surprise. */
    default List<String> warnings(Cluster cluster, Swap swap) {
        return List.of();
    }

    /** Takes the one next step, if there is one to take, and says whether all traffic goes there (weight 100) or not (0). */
    Routing to(Cluster cluster, Swap swap);

    /** Says whether all traffic goes there, down to the endpoints, and changes nothing. */
    Routing observe(Cluster cluster, Swap swap);

    /** Takes the one next step to the end of the rollout, and says whether it is reached. */
    Routing settle(Cluster cluster, Swap swap);

    /** Commands by which a person moves all traffic there. */
    List<String> recovery(String namespace, Swap swap);
}
