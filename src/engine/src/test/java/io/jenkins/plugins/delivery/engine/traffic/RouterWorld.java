package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.rollout.FakeCluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each router finds: the objects of {@code routers/<name>.yaml}, and the controllers that look after them. */
public final class RouterWorld {
    private static final ObjectMapper JSON = new ObjectMapper();

    final FakeCluster cluster;
    final TrafficRouter router;
    private final List<HasMetadata> objects;
    private final String address;

    private RouterWorld(FakeCluster cluster, TrafficRouter router, List<HasMetadata> objects, String address) {
        this.cluster = cluster;
        this.router = router;
        this.objects = objects;
        this.address = address;
    }

    /** @param variant name of a router, or of a router and what it works at: {@code traefik-service} */
    static RouterWorld of(String variant, String haproxy) {
        String router = TrafficRouters.names().contains(variant) ? variant : variant.replaceAll("-[a-z]+$", "");
        RouterWorld world = new RouterWorld(
                new FakeCluster(), TrafficRouters.named(router), read("routers/" + variant + ".yaml"), haproxy);
        world.objects.forEach(world.cluster::put);
        world.cluster.put(deployment("shop", 4));
        world.cluster.put(deployment("shop-canary", 4));
        world.settle();
        return world;
    }

    Route route(int weight) {
        return new Route("shop", weight, 4).by(router.name().equals("haproxy") ? address : "");
    }

    /** The object that the router works at; the first of the file. */
    Optional<HasMetadata> main() {
        return objects.isEmpty() ? Optional.empty() : cluster.find(objects.get(0));
    }

    void putMain(ObjectNode tree) {
        cluster.put(Serialization.unmarshal(tree.toString(), HasMetadata.class));
    }

    /** Goes on until the route is in effect, or time is up. */
    Routing bring(Route route) {
        Routing last = router.route(cluster, route);
        for (int i = 0; i < 8 && !last.inEffect(); i++) {
            settle();
            last = router.route(cluster, route);
        }
        return last;
    }

    /** What controllers do: pods become ready, routes are accepted. */
    void settle() {
        for (String name : List.of("shop", "shop-canary")) {
            Deployment deployment = cluster.find(Deployment.class, name).orElseThrow();
            if (Workloads.ready(deployment) != Workloads.wanted(deployment)) {
                cluster.put(new DeploymentBuilder(deployment)
                        .withNewStatus()
                        .withReadyReplicas(Workloads.wanted(deployment))
                        .endStatus()
                        .build());
            }
        }
        if (!objects.isEmpty()) {
            accept(cluster, objects.get(0));
        }
    }

    /** What the controller of a Gateway says of a route; nothing happens to other objects. */
    public static void accept(FakeCluster cluster, HasMetadata object) {
        cluster.find(object)
                .filter(there -> there.getKind().equals("HTTPRoute"))
                .ifPresent(there -> accept(cluster, tree(there)));
    }

    private static void accept(FakeCluster cluster, ObjectNode route) {
        long generation = route.path("metadata").path("generation").asLong();
        ObjectNode accepted = route.deepCopy();
        ArrayNode parents = accepted.putObject("status").putArray("parents");
        for (var parent : route.path("spec").path("parentRefs")) {
            ObjectNode status = parents.addObject().put("controllerName", "example.com/gateway");
            status.set("parentRef", parent);
            for (String type : List.of("Accepted", "ResolvedRefs")) {
                status.withArrayProperty("conditions")
                        .addObject()
                        .put("type", type)
                        .put("status", "True")
                        .put("reason", type)
                        .put("message", "")
                        .put("lastTransitionTime", "2026-03-01T12:00:00Z")
                        .put("observedGeneration", generation);
            }
        }
        if (!accepted.path("status").equals(route.path("status"))) {
            cluster.put(Serialization.unmarshal(accepted.toString(), HasMetadata.class));
        }
    }

    /** Everything that people wrote, to compare; empty maps are nothing, as on a real cluster. */
    String content() {
        List<String> all = new ArrayList<>();
        for (HasMetadata object : objects) {
            all.add(cluster.find(object).map(RouterWorld::bare).orElse("gone"));
        }
        return String.join("\n", all);
    }

    static String bare(HasMetadata object) {
        ObjectNode tree = tree(object);
        tree.remove("status");
        ObjectNode metadata = (ObjectNode) tree.get("metadata");
        metadata.remove(List.of("resourceVersion", "uid", "generation", "managedFields"));
        if (metadata.path("annotations").isEmpty()) {
            metadata.remove("annotations");
        }
        return tree.toPrettyString();
    }

    static ObjectNode tree(HasMetadata object) {
        try {
            return (ObjectNode) JSON.readTree(Serialization.asJson(object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<HasMetadata> read(String name) {
        try (InputStream yaml = RouterWorld.class.getResourceAsStream(name)) {
            if (yaml == null) {
                return List.of();
            }
            List<HasMetadata> objects = new ArrayList<>();
            for (String document : new String(yaml.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^---$")) {
                objects.add(Serialization.unmarshal(document));
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Deployment deployment(String name, int replicas) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(Map.of("app", name))
                .endSelector()
                .endSpec()
                .build();
    }
}
