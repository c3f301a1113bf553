package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Splits with the canary annotations of ingress-nginx: a second Ingress with the same hosts and paths, whose backend is
 * the canary's Service.
 *
 * @see <a href="https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary">canary
 *     annotations</a>
 */
final class NginxRouter implements TrafficRouter {
    private static final List<ApiKind> KINDS =
            List.of(new ApiKind("networking.k8s.io/v1", "Ingress", "ingresses.networking.k8s.io"));

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public Optional<String> refusal(Cluster cluster, Route route, List<HasMetadata> manifests) {
        Optional<RoutedObject> there = RoutedObject.find(cluster, KINDS, route.object());
        Optional<RoutedObject> released = RoutedObject.among(manifests, KINDS, route.object());
        Optional<Ingress> main = manifests.stream()
                .filter(object -> KINDS.get(0).is(object, route.object()))
                .map(Ingress.class::cast)
                .findFirst()
                .or(() -> cluster.find(Ingress.class, route.object()));
        if (main.isEmpty()) {
            return Optional.of("router 'nginx' splits at Ingress '" + route.object()
                    + "', which is neither among the manifests nor in namespace '" + cluster.namespace()
                    + "'; add it, name another with route:, or use router: 'replicas'");
        }
        return there.flatMap(object -> Ownership.refusal(object, route.app(), released.isPresent()))
                .or(() -> cluster.find(Ingress.class, route.canary()).flatMap(Ownership::taken))
                .or(() -> CanaryIngress.unfit(main.get(), route))
                .or(() -> CanaryIngress.rival(cluster, main.get(), route));
    }

    @Override
    public List<String> warnings(Cluster cluster, Route route) {
        return cluster.find(Ingress.class, route.object())
                .map(CanaryIngress::warnings)
                .orElse(List.of());
    }

    @Override
    public Routing route(Cluster cluster, Route route) {
        return ObjectRouter.retried(() -> {
            Optional<Ingress> canary = cluster.find(Ingress.class, route.canary());
            Routing now = observed(canary, route);
            if (now.inEffect() || now.drifted() && !route.isBack()) {
                return now;
            }
            write(cluster, canary, route);
            return observe(cluster, route);
        });
    }

    /** For the way back the Ingress of the application need not be there. */
    private static void write(Cluster cluster, Optional<Ingress> canary, Route route) {
        if (canary.isPresent() && route.isBack()) {
            cluster.patch(canary.get(), Map.of("metadata", Map.of("annotations", changes(canary.get(), route))));
            return;
        }
        Ingress main = cluster.find(Ingress.class, route.object()).orElseThrow(() -> gone(route));
        Ingress wanted = CanaryIngress.of(main, route);
        if (canary.isEmpty()) {
            cluster.create(wanted);
        } else {
            cluster.patch(
                    canary.get(),
                    Map.of(
                            "metadata", Map.of("annotations", changes(canary.get(), route)),
                            "spec", wanted.getSpec()));
        }
    }

    /** What the annotations have to become; null for those that have to go. */
    private static Map<String, String> changes(Ingress canary, Route route) {
        Map<String, String> changes = new HashMap<>();
        Map<String, String> before = canary.getMetadata().getAnnotations();
        if (before != null) {
            before.keySet().stream().filter(CanaryIngress::routes).forEach(key -> changes.put(key, null));
        }
        changes.putAll(CanaryIngress.annotations(route));
        return changes;
    }

    @Override
    public Routing observe(Cluster cluster, Route route) {
        return observed(cluster.find(Ingress.class, route.canary()), route);
    }

    @Override
    public void remove(Cluster cluster, Route route) {
        cluster.find(Ingress.class, route.canary()).filter(Ownership::isOurs).ifPresent(cluster::delete);
    }

    @Override
    public List<String> recovery(String namespace, Route route) {
        return List.of("kubectl -n " + namespace + " delete ingress/" + route.canary() + " --ignore-not-found");
    }

    private static ClusterException gone(Route route) {
        return new ClusterException(ClusterException.Kind.NOT_FOUND, "Ingress '" + route.object() + "' is gone", null);
    }

    private static Routing observed(Optional<Ingress> found, Route route) {
        if (found.isEmpty()) {
            return new Routing(route.isBack(), 0, "there is no Ingress '" + route.canary() + "'");
        }
        Ingress canary = found.get();
        int weight = CanaryIngress.weight(canary);
        String words = "Ingress '" + route.canary() + "' gives " + weight + " %"
                + (route.match().none() ? "" : ", and all of " + route.match().words());
        if (CanaryIngress.says(canary, route)) {
            return new Routing(true, weight, words);
        }
        return CanaryIngress.wasWritten(canary, route)
                ? new Routing(
                        false,
                        weight,
                        words + ", although " + route.weight() + " % was written: somebody changed it"
                                + Ownership.suspect(canary),
                        true)
                : new Routing(false, weight, words);
    }
}
