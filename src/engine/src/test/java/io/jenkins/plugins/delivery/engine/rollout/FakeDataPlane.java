package io.jenkins.plugins.delivery.engine.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What ingress controllers, gateways and meshes read from the objects that routers write: percent for the canary. */
final class FakeDataPlane {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NGINX = "nginx.ingress.kubernetes.io/canary-weight";
    private static final String ALB = "alb.ingress.kubernetes.io/actions.";

    private final FakeCluster cluster;

    FakeDataPlane(FakeCluster cluster) {
        this.cluster = cluster;
    }

    double canaryShare(String app) {
        List<JsonNode> splits = new ArrayList<>();
        for (GenericKubernetesResource object : cluster.all(GenericKubernetesResource.class, any -> true)) {
            collect(read(Serialization.asJson(object)), app, splits);
        }
        for (Ingress ingress : cluster.all(Ingress.class, any -> true)) {
            annotations(ingress).forEach((key, value) -> {
                if (key.startsWith(ALB)) {
                    collect(read(value), app, splits);
                }
            });
        }
        return splits.isEmpty() ? nginx(app) : share(splits.get(0), app);
    }

    private double nginx(String app) {
        return cluster.get(Ingress.class, app + "-canary")
                .map(ingress -> Double.parseDouble(annotations(ingress).getOrDefault(NGINX, "0")))
                .orElse(0.0);
    }

    private static Map<String, String> annotations(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    /** The Service that users of an application from outside of the cluster come to, but for the canary's share. */
    String entry(String app) {
        for (HasMetadata object :
                cluster.all(HasMetadata.class, any -> any.getKind().equals("HTTPRoute") || any instanceof Ingress)) {
            if (leadsTo(app + "-preview", read(Serialization.asJson(object)).path("spec"))) {
                return app + "-preview";
            }
        }
        return app;
    }

    private static boolean leadsTo(String service, JsonNode node) {
        if (node.path("name").asText("").equals(service)) {
            return true;
        }
        for (JsonNode child : node) {
            if (leadsTo(service, child)) {
                return true;
            }
        }
        return false;
    }

    /** Every list of destinations that the stable Service is one of. */
    private static void collect(JsonNode node, String app, List<JsonNode> found) {
        if (node.isArray()) {
            for (JsonNode one : node) {
                if (app.equals(name(one))) {
                    found.add(node);
                    return;
                }
            }
        }
        node.forEach(child -> collect(child, app, found));
    }

    private static double share(JsonNode destinations, String app) {
        double canary = 0;
        double all = 0;
        for (JsonNode one : destinations) {
            double weight = one.path("weight").asDouble(destinations.size() == 1 ? 1 : 0);
            all += weight;
            canary += name(one).equals(app + "-canary") ? weight : 0;
        }
        return all == 0 ? 0 : 100 * canary / all;
    }

    private static String name(JsonNode destination) {
        for (String field : List.of("name", "serviceName")) {
            if (destination.path(field).isTextual()) {
                return destination.path(field).asText();
            }
        }
        return destination.path("destination").path("host").asText("");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
