package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.Headers;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * fabric8's server in CRUD mode, which keeps objects but does not know server-side apply: here an apply is a merge, bound to
 * the version and the uid that it names as an API server binds it.
 */
final class ApplyingServer implements AutoCloseable {
    /** Kept, so that the level is: the server logs every request otherwise. */
    private static final Logger LOGGER = Logger.getLogger("io.fabric8.mockwebserver");

    private final KubernetesCrudDispatcher objects = new KubernetesCrudDispatcher();
    private final KubernetesMockServer server;

    /** Answers a request instead of the server; null to let it. */
    volatile Function<RecordedRequest, MockResponse> instead = request -> null;

    ApplyingServer() {
        LOGGER.setLevel(Level.WARNING);
        server = new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), dispatcher(), false);
        server.init();
    }

    KubernetesClient client() {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.url("/"))
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout(2000)
                .build();
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(client -> ServerFaults.withstand(client, Duration.ofSeconds(2)))
                .build();
    }

    @Override
    public void close() {
        server.destroy();
    }

    private Dispatcher dispatcher() {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                MockResponse answer = instead.apply(request);
                if (answer != null) {
                    return answer;
                }
                String type = request.getHeader("Content-Type");
                return type != null && type.startsWith("application/apply-patch")
                        ? apply(request)
                        : objects.dispatch(request);
            }
        };
    }

    private MockResponse apply(RecordedRequest request) {
        String path = request.getPath().replaceAll("\\?.*", "");
        MockResponse there = objects.handleGet(path);
        boolean create = there.code() == 404;
        ConfigMap given = Serialization.unmarshal(text(request.getBody()), ConfigMap.class);
        String uid = given.getMetadata().getUid();
        String version = given.getMetadata().getResourceVersion();
        boolean stale = create
                ? uid != null
                : version != null
                        && !version.equals(Serialization.unmarshal(text(there.getBody()), ConfigMap.class)
                                .getMetadata()
                                .getResourceVersion());
        if (stale) {
            return new MockResponse().setResponseCode(409).setBody("{\"kind\":\"Status\",\"code\":409}");
        }
        String type = create ? "application/json" : "application/merge-patch+json";
        Headers headers = Headers.builder().add("Content-Type", type).build();
        return objects.dispatch(new RecordedRequest(
                "HTTP/1.1",
                create ? HttpMethod.POST : HttpMethod.PATCH,
                create ? path.substring(0, path.lastIndexOf('/')) : path,
                headers,
                request.getBody()));
    }

    /** Without reading it to its end, which can be done once. */
    static String text(Buffer body) {
        return new String(body.getBytes(), StandardCharsets.UTF_8);
    }
}
