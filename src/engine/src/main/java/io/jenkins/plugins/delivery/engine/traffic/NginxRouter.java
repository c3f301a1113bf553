package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
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
    private static final String PREFIX = "nginx.ingress.kubernetes.io/";
    private static final String CANARY = PREFIX + "canary";
    private static final String WEIGHT = PREFIX + "canary-weight";

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public Optional<String> refusal(Cluster cluster, Route route, List<HasMetadata> manifests) {
        boolean there = manifests.stream()
                        .anyMatch(object -> object instanceof Ingress
                                && object.getMetadata().getName().equals(route.object()))
                || cluster.find(Ingress.class, route.object()).isPresent();
        return there
                ? Optional.empty()
                : Optional.of("router 'nginx' splits at Ingress '" + route.object()
                        + "', which is neither among the manifests nor in namespace '" + cluster.namespace()
                        + "'; add it, or use router: 'replicas'");
    }

    @Override
    public Routing route(Cluster cluster, Route route) {
        Optional<Ingress> canary = cluster.find(Ingress.class, route.canary());
        Routing observed = observed(canary, route);
        if (!observed.inEffect()) {
            Ingress main = cluster.find(Ingress.class, route.object()).orElseThrow(() -> noIngress(route));
            cluster.apply(canary(main, route), true);
        }
        return observed;
    }

    @Override
    public Routing observe(Cluster cluster, Route route) {
        return observed(cluster.find(Ingress.class, route.canary()), route);
    }

    @Override
    public void remove(Cluster cluster, Route route) {
        cluster.find(Ingress.class, route.canary()).ifPresent(cluster::delete);
    }

    @Override
    public List<String> recovery(String namespace, Route route) {
        return List.of(
                "kubectl -n " + namespace + " annotate --overwrite ingress/" + route.canary() + " " + WEIGHT + "=0");
    }

    private static ClusterException noIngress(Route route) {
        return new ClusterException(ClusterException.Kind.NOT_FOUND, "Ingress '" + route.object() + "' is gone", null);
    }

    private static Routing observed(Optional<Ingress> canary, Route route) {
        int weight = canary.map(NginxRouter::weight).orElse(0);
        boolean inEffect = canary.isPresent() ? weight == route.weight() : route.weight() == 0;
        return new Routing(inEffect, Math.max(0, weight), "Ingress '" + route.canary() + "' gives " + weight + " %");
    }

    /** -1 for an Ingress whose annotation is no weight: it has to be written again. */
    private static int weight(Ingress ingress) {
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        if (annotations == null || !"true".equals(annotations.get(CANARY))) {
            return -1;
        }
        String weight = annotations.getOrDefault(WEIGHT, "0");
        return weight.matches("\\d{1,3}") ? Integer.parseInt(weight) : -1;
    }

    private static Ingress canary(Ingress main, Route route) {
        Ingress canary = new IngressBuilder(main)
                .withMetadata(metadata(main.getMetadata(), route))
                .withStatus(null)
                .build();
        if (canary.getSpec().getDefaultBackend() != null) {
            redirect(canary.getSpec().getDefaultBackend(), route);
        }
        for (IngressRule rule : canary.getSpec().getRules()) {
            if (rule.getHttp() != null) {
                rule.getHttp().getPaths().stream()
                        .map(HTTPIngressPath::getBackend)
                        .forEach(backend -> redirect(backend, route));
            }
        }
        return canary;
    }

    private static ObjectMeta metadata(ObjectMeta main, Route route) {
        return new ObjectMetaBuilder()
                .withName(route.canary())
                .withNamespace(main.getNamespace())
                .withLabels(Labels.with(Labels.with(null, Labels.NAME, route.app()), Labels.MANAGED_BY, Labels.US))
                .addToAnnotations(CANARY, "true")
                .addToAnnotations(WEIGHT, String.valueOf(route.weight()))
                .build();
    }

    private static void redirect(IngressBackend backend, Route route) {
        if (backend.getService() != null
                && route.app().equals(backend.getService().getName())) {
            backend.getService().setName(route.canary());
        }
    }
}
