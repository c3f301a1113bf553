package io.jenkins.plugins.delivery.engine.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Posts a notification as JSON, signed. Redirects are not followed: the other side is who was named, or nobody. */
public final class WebhookNotifier implements Notifier {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient client;
    private final URI target;
    private final WebhookSignature signature;
    private final Clock clock;

    /**
     * @param client one that does not follow redirects
     */
    public WebhookNotifier(HttpClient client, URI target, WebhookSignature signature, Clock clock) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("A webhook must not follow redirects.");
        }
        this.client = client;
        this.target = target;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> send(Notification notification) {
        return client.sendAsync(request(notification), HttpResponse.BodyHandlers.discarding())
                .thenCompose(WebhookNotifier::judge);
    }

    private HttpRequest request(Notification notification) {
        byte[] body = json(notification);
        long now = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(target)
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header(WebhookSignature.TIMESTAMP, Long.toString(now))
                .header(WebhookSignature.SIGNATURE, signature.sign(now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static byte[] json(Notification notification) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", notification.event());
        json.put("title", notification.title());
        json.put("text", notification.text());
        json.put("link", notification.link());
        json.put("facts", notification.facts());
        json.put("at", notification.at().toString());
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can always be written", e);
        }
    }

    private static CompletableFuture<Void> judge(HttpResponse<Void> response) {
        int status = response.statusCode();
        return status >= 200 && status < 300
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(
                        new IOException(response.uri().getHost() + " answered a webhook with status " + status));
    }
}
