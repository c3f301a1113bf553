package io.jenkins.plugins.delivery.engine.notify;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Posts a notification as JSON, signed. */
public final class WebhookNotifier implements Notifier {
    private final JsonPost post;
    private final WebhookSignature signature;
    private final Clock clock;

    /**
     * @param client one that does not follow redirects
     */
    public WebhookNotifier(HttpClient client, URI target, WebhookSignature signature, Clock clock) {
        post = new JsonPost(client, target);
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> send(Notification notification) {
        byte[] body = json(notification);
        long now = clock.instant().getEpochSecond();
        return post.send(
                body,
                Map.of(
                        WebhookSignature.TIMESTAMP, Long.toString(now),
                        WebhookSignature.SIGNATURE, signature.sign(now, body)));
    }

    private static byte[] json(Notification notification) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", notification.event());
        json.put("title", notification.title());
        json.put("text", notification.text());
        json.put("link", notification.link());
        json.put("facts", notification.facts());
        json.put("at", notification.at().toString());
        return JsonPost.bytes(json);
    }
}
