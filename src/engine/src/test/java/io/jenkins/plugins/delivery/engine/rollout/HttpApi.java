package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.ApiResource;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.cluster.ServerFaults;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link FakeCluster} behind a socket, so that what strikes a call is what a network does; one call a connection. */
final class HttpApi implements AutoCloseable {
    private static final Map<String, String> KINDS = Stream.of(
                    "v1 ConfigMap",
                    "v1 Service",
                    "v1 Pod",
                    "v1 Event",
                    "v1 Endpoints",
                    "apps/v1 Deployment",
                    "apps/v1 ReplicaSet",
                    "apps/v1 StatefulSet",
                    "apps/v1 DaemonSet",
                    "networking.k8s.io/v1 Ingress",
                    "policy/v1 PodDisruptionBudget",
                    "autoscaling/v2 HorizontalPodAutoscaler",
                    "discovery.k8s.io/v1 EndpointSlice",
                    "coordination.k8s.io/v1 Lease")
            .collect(Collectors.toMap(kind -> ApiResource.of(like(kind, "any")).plural(), kind -> kind));

    private final ServerSocket server;
    private final KubernetesClient client;
    private final ExecutorService each = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "api call");
        thread.setDaemon(true);
        return thread;
    });

    /** What there is behind the socket. */
    volatile FakeCluster objects = new FakeCluster();

    /** What strikes the n-th call; null for none. */
    volatile IntFunction<HttpFault> faults = call -> null;

    private int calls;

    /** @param patience how long the client waits for an answer, and for the rest of one */
    HttpApi(Duration patience) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen, "api");
        listener.setDaemon(true);
        listener.start();
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getLocalPort() + "/")
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout((int) patience.toMillis())
                .build();
        client = new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(http -> ServerFaults.withstand(http, patience))
                .build();
    }

    KubernetesCluster cluster() {
        return new KubernetesCluster(client, FakeCluster.NAMESPACE);
    }

    /** Puts another cluster behind the socket; calls are counted from 0 again. */
    synchronized void show(FakeCluster cluster, IntFunction<HttpFault> struckBy) {
        objects = cluster;
        faults = struckBy;
        calls = 0;
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        each.shutdownNow();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                each.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            answer(socket);
        } catch (IOException e) {
            // the client gave up on the call
        }
    }

    private void answer(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String[] request = line(in).split(" ");
        if (request.length < 2) {
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.put(
                    header.substring(0, header.indexOf(':')).toLowerCase(java.util.Locale.ROOT),
                    header.substring(header.indexOf(':') + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        HttpFault fault = next();
        String answer = fault == null || fault.afterTheCall()
                ? done(request[0], request[1], headers.getOrDefault("content-type", ""), body)
                : "";
        if (fault == null) {
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } else {
            fault.strike(socket, answer);
        }
    }

    @CheckForNull
    private synchronized HttpFault next() {
        return faults.apply(calls++);
    }

    private synchronized String done(String method, String target, String type, String body) {
        try {
            Object result = result(method, target, type, body);
            return HttpFault.http(200, "", Serialization.asJson(result));
        } catch (ClusterException e) {
            int code = e.kind() == ClusterException.Kind.CONFLICT ? 409 : 404;
            return HttpFault.http(code, "", "{\"kind\":\"Status\",\"code\":" + code + ",\"message\":\"as it is\"}");
        }
    }

    private Object result(String method, String target, String type, String body) {
        String path = target.replaceAll("\\?.*", "");
        if (path.endsWith("selfsubjectaccessreviews")) {
            return Map.of("kind", "SelfSubjectAccessReview", "status", Map.of("allowed", true));
        }
        List<String> parts = List.of(path.replaceAll(".*/namespaces/[^/]+/", "").split("/"));
        String kind = KINDS.get(parts.get(0));
        if (kind == null) {
            throw new ClusterException(
                    ClusterException.Kind.NOT_FOUND, "a kind that no list here knows: " + path, null);
        }
        if (method.equals("POST")) {
            objects.create(Serialization.unmarshal(body));
            return Serialization.unmarshal(body);
        }
        return parts.size() == 1 ? list(kind, target) : one(method, like(kind, parts.get(1)), target, type, body);
    }

    private Object one(String method, HasMetadata like, String target, String type, String body) {
        switch (method) {
            case "GET" -> {
                return there(like);
            }
            case "PUT" -> objects.replace(Serialization.unmarshal(body));
            case "DELETE" -> {
                HasMetadata gone = there(like);
                String bound = Serialization.unmarshal(body, DeleteOptions.class)
                        .getPreconditions()
                        .getResourceVersion();
                like.getMetadata().setResourceVersion(bound);
                objects.delete(like);
                return gone;
            }
            default -> {
                if (target.contains("dryRun=All")) {
                    return objects.check(Serialization.unmarshal(body), true);
                }
                patch(like, type, body);
            }
        }
        return there(like);
    }

    private void patch(HasMetadata like, String type, String body) {
        if (type.startsWith("application/apply-patch")) {
            objects.apply(Serialization.<HasMetadata>unmarshal(body));
            return;
        }
        Map<String, Object> patch = Serialization.unmarshal(body, Map.class);
        HasMetadata observed = there(like);
        if (patch.get("metadata") instanceof Map<?, ?> metadata && metadata.get("resourceVersion") != null) {
            like.getMetadata().setResourceVersion(String.valueOf(metadata.get("resourceVersion")));
            observed = like;
        }
        objects.patch(observed, patch);
    }

    private HasMetadata there(HasMetadata like) {
        return objects.find(like)
                .orElseThrow(() -> new ClusterException(ClusterException.Kind.NOT_FOUND, "not there", null));
    }

    private Object list(String kind, String target) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (target.contains("labelSelector=")) {
            String selector = target.replaceAll(".*labelSelector=([^&]*).*", "$1");
            for (String one :
                    URLDecoder.decode(selector, StandardCharsets.UTF_8).split(",")) {
                labels.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
            }
        }
        String[] names = kind.split(" ");
        List<HasMetadata> items = objects.list(HasMetadata.class, labels).stream()
                .filter(object -> object.getKind().equals(names[1]))
                .toList();
        return Map.of("apiVersion", names[0], "kind", names[1] + "List", "items", items);
    }

    private static HasMetadata like(String kind, String name) {
        String[] names = kind.split(" ");
        HasMetadata like = Serialization.unmarshal("{\"apiVersion\":\"" + names[0] + "\",\"kind\":\"" + names[1]
                + "\",\"metadata\":{\"name\":\"" + name + "\"}}");
        assert !(like instanceof GenericKubernetesResource);
        return like;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            line.write(one);
        }
        return line.toString(StandardCharsets.UTF_8).trim();
    }
}
