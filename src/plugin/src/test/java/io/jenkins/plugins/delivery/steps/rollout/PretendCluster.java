package io.jenkins.plugins.delivery.steps.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.steps.StepHarness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** A Kubernetes API on loopback, as much of it as a rollout needs, with controllers that act after every write. */
final class PretendCluster implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CORE = "/api/v1/namespaces/prod/";
    private static final String APPS = "/apis/apps/v1/namespaces/prod/";
    private static final String SLICES = "/apis/discovery.k8s.io/v1/namespaces/prod/endpointslices/";

    /** Images whose pods never become ready. */
    final Set<String> broken = new ConcurrentSkipListSet<>();

    /** Rights that nobody has, such as {@code patch deployments}. */
    final Set<String> denied = new ConcurrentSkipListSet<>();

    /** What {@code /slo} answers to, as a metric provider. */
    volatile String answers = "{}";

    private final TreeMap<String, ObjectNode> objects = new TreeMap<>();
    private final HttpServer server;
    private int version;

    PretendCluster() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The settings know it as the cluster of the environment production, and the workspace has the manifests of an application. */
    void isProduction(StepHarness harness, String app) throws IOException {
        Files.createDirectories(harness.workspace.resolve("deploy"));
        Files.writeString(harness.workspace.resolve("deploy/" + app + ".yaml"), manifests(app));
        ClusterSettings main = new ClusterSettings("main");
        main.setServer(url());
        main.setAllowedNamespaces(List.of("prod"));
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setCluster("main");
        production.setNamespace("prod");
        DeliveryConfiguration.get().setClusters(List.of(main));
        DeliveryConfiguration.get().setEnvironments(List.of(production));
    }

    /** An application with two pods and a Service. */
    static String manifests(String app) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: APP}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: APP}}
                  template:
                    metadata: {labels: {app: APP}}
                    spec: {containers: [{name: APP, image: 'APP:0'}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: APP}
                spec: {selector: {app: APP}, ports: [{port: 8080}]}
                """.replace("APP", app);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The image that the endpoints of a Service run, or a list of them. */
    synchronized String serves(String service) {
        Set<String> images = new ConcurrentSkipListSet<>();
        JsonNode slice = objects.get(SLICES + service);
        if (slice != null) {
            for (JsonNode endpoint : slice.path("endpoints")) {
                if (endpoint.path("conditions").path("ready").asBoolean()) {
                    images.add(objects.get(CORE + "pods/"
                                    + endpoint.path("targetRef").path("name").asText())
                            .path("spec")
                            .path("containers")
                            .path(0)
                            .path("image")
                            .asText());
                }
            }
        }
        return String.join(",", images);
    }

    /** The image of a container in the pod template of a workload, such as {@code deployments/shop}. */
    synchronized String image(String workload, int container) {
        return objects.get(APPS + workload)
                .at("/spec/template/spec/containers/" + container + "/image")
                .asText();
    }

    /** Everything that is in it now. */
    synchronized Map<String, ObjectNode> copy() {
        Map<String, ObjectNode> copy = new TreeMap<>();
        objects.forEach((key, object) -> copy.put(key, object.deepCopy()));
        return copy;
    }

    /** From here on it has what another one had when it was copied. */
    synchronized void become(Map<String, ObjectNode> copy) {
        objects.clear();
        copy.forEach((key, object) -> objects.put(key, object.deepCopy()));
        version = objects.values().stream()
                .mapToInt(one -> one.path("metadata").path("resourceVersion").asInt())
                .max()
                .orElse(0);
    }

    /** Another build, of another controller, rolls the application out. */
    synchronized void lock(String app) throws IOException {
        String path = "/apis/coordination.k8s.io/v1/namespaces/prod/leases/" + app + "-rollout";
        store(path, null, (ObjectNode) JSON.readTree("""
                {"apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "metadata": {"name": "%s-rollout"},
                 "spec": {"holderIdentity": "other#1 elsewhere", "leaseDurationSeconds": 120}}
                """.formatted(app)));
    }

    synchronized boolean has(String path) {
        return objects.keySet().stream().anyMatch(key -> key.endsWith(path));
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        JsonNode sent = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        ObjectNode answer = path.equals("/slo")
                ? (ObjectNode) JSON.readTree(answers)
                : answer(exchange.getRequestMethod(), path, query == null ? "" : query, sent);
        int code = answer.path("code").asInt(200);
        if (!exchange.getRequestMethod().equals("GET")) {
            settle();
        }
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ObjectNode answer(String method, String path, String query, JsonNode sent) {
        ObjectNode there = objects.get(path);
        if (path.endsWith("/selfsubjectaccessreviews")) {
            return review(sent.deepCopy());
        }
        if (query.contains("dryRun=All")) {
            return there == null ? sent.deepCopy() : merged(there.deepCopy(), sent);
        }
        switch (method) {
            case "POST" -> {
                String key = path + "/" + sent.path("metadata").path("name").asText();
                return objects.containsKey(key) ? problem(409) : store(key, null, sent.deepCopy());
            }
            case "PATCH" -> {
                if (there == null) {
                    return query.contains("fieldManager") && sent.has("kind")
                            ? store(path, null, sent.deepCopy())
                            : problem(404);
                }
                return stale(there, sent) ? problem(409) : store(path, there, merged(there.deepCopy(), sent));
            }
            case "PUT" -> {
                return there == null
                        ? problem(404)
                        : stale(there, sent) ? problem(409) : store(path, there, sent.deepCopy());
            }
            case "DELETE" -> {
                objects.remove(path);
                return there == null ? problem(404) : JSON.createObjectNode().put("kind", "Status");
            }
            default -> {
                if (there != null) {
                    return there;
                }
                return path.matches(".*/namespaces/prod/[a-z]+") ? list(path, query) : problem(404);
            }
        }
    }

    private ObjectNode review(ObjectNode review) {
        JsonNode asked = review.path("spec").path("resourceAttributes");
        String right =
                asked.path("verb").asText() + " " + asked.path("resource").asText();
        review.putObject("status").put("allowed", !denied.contains(right));
        return review;
    }

    private ObjectNode list(String path, String query) {
        ObjectNode list = JSON.createObjectNode().put("kind", "List").put("apiVersion", "v1");
        ArrayNode items = list.putArray("items");
        String selector =
                URLDecoder.decode(query, StandardCharsets.UTF_8).replaceAll(".*labelSelector=([^&]*).*", "$1");
        objects.forEach((key, object) -> {
            if (key.startsWith(path + "/") && (!query.contains("labelSelector") || carries(object, selector))) {
                items.add(object);
            }
        });
        return list;
    }

    private static boolean carries(JsonNode object, String selector) {
        for (String term : selector.split(",")) {
            String[] pair = term.split("=", 2);
            if (!object.path("metadata")
                    .path("labels")
                    .path(pair[0])
                    .asText("-")
                    .equals(pair[1])) {
                return false;
            }
        }
        return true;
    }

    private ObjectNode store(String key, ObjectNode before, ObjectNode next) {
        ObjectNode metadata = (ObjectNode) next.get("metadata");
        boolean changed = before == null || !before.path("spec").equals(next.path("spec"));
        int generation =
                before == null ? 0 : before.path("metadata").path("generation").asInt();
        metadata.put("generation", changed ? generation + 1 : generation);
        metadata.put("resourceVersion", String.valueOf(++version));
        objects.put(key, next);
        return next;
    }

    private static boolean stale(JsonNode there, JsonNode sent) {
        String expected = sent.path("metadata").path("resourceVersion").asText("");
        return !expected.isEmpty()
                && !expected.equals(
                        there.path("metadata").path("resourceVersion").asText());
    }

    private static ObjectNode merged(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode && into.get(field.getKey()) instanceof ObjectNode there) {
                merged(there, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
        return into;
    }

    private static ObjectNode problem(int code) {
        return JSON.createObjectNode()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("status", "Failure")
                .put("message", "no")
                .put("code", code);
    }

    private void settle() {
        objects.keySet().removeIf(key -> key.startsWith(CORE + "pods/"));
        Map<String, ObjectNode> now = new TreeMap<>(objects);
        now.forEach((key, object) -> {
            if (key.startsWith(APPS + "deployments/")) {
                pods(object);
            }
        });
        now.forEach((key, object) -> {
            if (key.startsWith(CORE + "services/")) {
                endpoints(object);
            }
        });
    }

    private void pods(ObjectNode deployment) {
        String name = deployment.path("metadata").path("name").asText();
        JsonNode template = deployment.path("spec").path("template");
        String image =
                template.path("spec").path("containers").path(0).path("image").asText();
        boolean ready = !broken.contains(image);
        int wanted = deployment.path("spec").path("replicas").asInt(1);
        for (int i = 0; i < wanted; i++) {
            ObjectNode pod = JSON.createObjectNode().put("kind", "Pod").put("apiVersion", "v1");
            pod.putObject("metadata")
                    .put("name", name + "-x-" + i)
                    .set("labels", template.path("metadata").path("labels"));
            pod.set("spec", template.path("spec"));
            ObjectNode status = pod.putObject("status").put("phase", "Running");
            status.putArray("conditions").addObject().put("type", "Ready").put("status", ready ? "True" : "False");
            objects.put(CORE + "pods/" + name + "-x-" + i, pod);
        }
        ObjectNode status = deployment.putObject("status");
        status.put(
                "observedGeneration",
                deployment.path("metadata").path("generation").asInt());
        status.put("replicas", wanted).put("updatedReplicas", wanted);
        status.put("readyReplicas", ready ? wanted : 0).put("availableReplicas", ready ? wanted : 0);
    }

    private void endpoints(ObjectNode service) {
        String name = service.path("metadata").path("name").asText();
        ObjectNode slice =
                JSON.createObjectNode().put("kind", "EndpointSlice").put("apiVersion", "discovery.k8s.io/v1");
        slice.putObject("metadata").put("name", name).putObject("labels").put("kubernetes.io/service-name", name);
        ArrayNode endpoints = slice.putArray("endpoints");
        objects.forEach((key, pod) -> {
            if (key.startsWith(CORE + "pods/") && selects(service, pod)) {
                ObjectNode endpoint = endpoints.addObject();
                String ready = pod.path("status")
                        .path("conditions")
                        .path(0)
                        .path("status")
                        .asText();
                endpoint.putObject("conditions").put("ready", ready.equals("True"));
                endpoint.putObject("targetRef")
                        .put("name", pod.path("metadata").path("name").asText());
            }
        });
        objects.put(SLICES + name, slice);
    }

    private static boolean selects(JsonNode service, JsonNode pod) {
        for (Map.Entry<String, JsonNode> term :
                service.path("spec").path("selector").properties()) {
            if (!term.getValue().equals(pod.path("metadata").path("labels").path(term.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
