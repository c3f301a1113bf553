package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.util.List;
import java.util.Optional;

/** Switches by the selector of the application's Service: users inside and outside of the cluster move together. */
final class ServiceSwitch implements Switch {
    @Override
    public String name() {
        return "service";
    }

    @Override
    public Optional<String> refusal(Cluster cluster, Swap swap, List<HasMetadata> manifests) {
        boolean there = manifests.stream()
                        .anyMatch(object -> object instanceof Service
                                && object.getMetadata().getName().equals(swap.app()))
                || cluster.find(Service.class, swap.app()).isPresent();
        return there
                ? Optional.empty()
                : Optional.of("there is no Service '" + swap.app() + "', neither among the manifests nor in namespace '"
                        + cluster.namespace() + "'; add it: traffic is switched by its selector");
    }

    @Override
    public Routing to(Cluster cluster, Swap swap) {
        if (!Colors.of(cluster, swap.app()).equals(swap.to())) {
            Colors.select(cluster, swap.app(), swap.to());
        }
        return observe(cluster, swap);
    }

    @Override
    public Routing observe(Cluster cluster, Swap swap) {
        String color = Colors.of(cluster, swap.app());
        return color.equals(swap.to())
                ? Colors.endpoints(cluster, swap.app(), swap.to())
                : new Routing(
                        false,
                        0,
                        "Service '" + swap.app() + "' selects " + (color.isEmpty() ? "no colour" : color) + ", not "
                                + swap.to());
    }

    @Override
    public Routing settle(Cluster cluster, Swap swap) {
        return to(cluster, swap);
    }

    @Override
    public List<String> recovery(String namespace, Swap swap) {
        return Colors.recovery(namespace, swap.app(), swap.to());
    }
}
