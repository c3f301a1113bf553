package io.jenkins.plugins.delivery.engine.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Posts JSON, once. Redirects are not followed: the other side is who was named, or nobody. */
final class JsonPost {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient client;
    private final URI target;

    JsonPost(HttpClient client, URI target) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("A notification must not follow redirects.");
        }
        this.client = client;
        this.target = target;
    }

    static byte[] bytes(Map<String, ?> json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can always be written", e);
        }
    }

    /** Completes when the other side has taken it; the failure names its host, not its address, which may be secret. */
    CompletableFuture<Void> send(byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .thenCompose(JsonPost::judge);
    }

    private static CompletableFuture<Void> judge(HttpResponse<Void> response) {
        int status = response.statusCode();
        return status >= 200 && status < 300
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(
                        new IOException(response.uri().getHost() + " answered a notification with status " + status));
    }
}
