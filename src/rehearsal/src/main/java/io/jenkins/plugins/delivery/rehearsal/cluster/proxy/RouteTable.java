package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Turns every object that routes traffic into the rules of its front; each kind has a class of its own that reads it. */
final class RouteTable {
    private final List<JsonNode> objects;
    private final List<Ingress> ingresses;
    /** The pods behind a Service, by namespace: name and weight to target. */
    private final Function<String, BiFunction<String, Integer, Target>> targets;

    private final Map<FrontKey, List<Rule>> rules = new HashMap<>();

    RouteTable(
            List<JsonNode> objects,
            List<Ingress> ingresses,
            Function<String, BiFunction<String, Integer, Target>> targets) {
        this.objects = objects;
        this.ingresses = ingresses;
        this.targets = targets;
    }

    Map<FrontKey, List<Rule>> rules() {
        objects.forEach(this::add);
        for (Ingress ingress : ingresses) {
            String namespace = ingress.getMetadata().getNamespace();
            FrontKey front =
                    new FrontKey("Ingress", namespace, ingress.getMetadata().getName());
            if (!IngressRules.isCanary(ingress) && !rules.containsKey(front)) {
                rules.put(front, new IngressRules(ingresses, targets.apply(namespace)).of(ingress));
            }
        }
        return rules;
    }

    private void add(JsonNode object) {
        String namespace = namespace(object);
        String kind = object.path("kind").asText();
        FrontKey front = new FrontKey(kind, namespace, name(object));
        BiFunction<String, Integer, Target> here = targets.apply(namespace);
        switch (kind) {
            case "HTTPRoute" -> httpRoute(object, front, new RouteRules(here).of(object));
            case "VirtualService" -> rules.put(front, new MeshRules(here).of(object));
            case "IngressRoute" -> rules.put(front, new TraefikRules(traefikServices(namespace), here).of(object));
            case "TraefikService" ->
                rules.put(front, new TraefikRules(traefikServices(namespace), here).ofService(object));
            case "Ingress" -> {
                if (AlbRules.concerns(object)) {
                    rules.put(front, new AlbRules(here).of(object));
                }
            }
            default -> {
                // Routes nothing, or by itself, as a Service does.
            }
        }
    }

    /** A mesh splits what clients send to the Service that is the parent. */
    private void httpRoute(JsonNode route, FrontKey front, List<Rule> own) {
        rules.put(front, own);
        for (JsonNode parent : route.path("spec").path("parentRefs")) {
            if (parent.path("kind").asText().equals("Service")) {
                rules.put(
                        new FrontKey(
                                "Service",
                                parent.path("namespace").asText(front.namespace()),
                                parent.path("name").asText()),
                        own);
            }
        }
    }

    private Map<String, JsonNode> traefikServices(String namespace) {
        Map<String, JsonNode> all = new HashMap<>();
        for (JsonNode object : objects) {
            if (object.path("kind").asText().equals("TraefikService")
                    && namespace(object).equals(namespace)) {
                all.put(name(object), object);
            }
        }
        return all;
    }

    private static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    private static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }
}
