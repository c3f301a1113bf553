package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a Service really sends traffic now: the pods behind its ready endpoints, not what its selector promises. */
public final class ServiceEndpoints {
    private ServiceEndpoints() {}

    /** Names of the pods that are ready endpoints of a Service; read from EndpointSlices, or from Endpoints without. */
    public static Set<String> pods(Cluster cluster, String service) {
        List<EndpointSlice> slices = cluster.list(EndpointSlice.class, Map.of("kubernetes.io/service-name", service));
        if (slices.isEmpty()) {
            return cluster.find(Endpoints.class, service)
                    .map(ServiceEndpoints::pods)
                    .orElse(Set.of());
        }
        Set<String> pods = new LinkedHashSet<>();
        for (EndpointSlice slice : slices) {
            slice.getEndpoints().stream().filter(ServiceEndpoints::isReady).forEach(endpoint -> {
                if (endpoint.getTargetRef() != null) {
                    pods.add(endpoint.getTargetRef().getName());
                }
            });
        }
        return pods;
    }

    /** How many ready endpoints of a Service are pods with the labels, and how many are not. */
    public static Share share(Cluster cluster, String service, Map<String, String> labels) {
        Set<String> endpoints = pods(cluster, service);
        Set<String> wanted = cluster.list(Pod.class, labels).stream()
                .map(pod -> pod.getMetadata().getName())
                .collect(Collectors.toSet());
        int matching = (int) endpoints.stream().filter(wanted::contains).count();
        return new Share(matching, endpoints.size() - matching);
    }

    private static boolean isReady(Endpoint endpoint) {
        return endpoint.getConditions() == null
                || !Boolean.FALSE.equals(endpoint.getConditions().getReady());
    }

    private static Set<String> pods(Endpoints endpoints) {
        return endpoints.getSubsets().stream()
                .flatMap(subset -> subset.getAddresses().stream())
                .filter(address -> address.getTargetRef() != null)
                .map(address -> address.getTargetRef().getName())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Endpoints counted by whose pods they are.
     *
     * @param matching pods with the labels asked for
     * @param others every other pod
     */
    public record Share(int matching, int others) {
        /** Whether traffic goes to the pods asked for, and to no other. */
        public boolean exclusive() {
            return matching > 0 && others == 0;
        }
    }
}
