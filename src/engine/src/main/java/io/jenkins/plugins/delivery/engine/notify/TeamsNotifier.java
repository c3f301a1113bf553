package io.jenkins.plugins.delivery.engine.notify;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Posts an Adaptive Card to a workflow of Microsoft Teams that takes webhooks. The address is the secret. */
public final class TeamsNotifier implements Notifier {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";

    private final JsonPost post;

    /**
     * @param client one that does not follow redirects
     */
    public TeamsNotifier(HttpClient client, URI target) {
        post = new JsonPost(client, target);
    }

    @Override
    public CompletableFuture<Void> send(Notification notification) {
        List<Map<String, String>> facts = notification.facts().entrySet().stream()
                .map(fact -> Map.of("title", plain(fact.getKey()), "value", plain(fact.getValue())))
                .toList();
        Map<String, Object> card = Map.of(
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "body",
                List.of(
                        Map.of(
                                "type",
                                "TextBlock",
                                "weight",
                                "Bolder",
                                "wrap",
                                true,
                                "text",
                                plain(notification.title())),
                        Map.of("type", "TextBlock", "wrap", true, "text", plain(notification.text())),
                        Map.of("type", "FactSet", "facts", facts)),
                "actions",
                List.of(Map.of("type", "Action.OpenUrl", "title", "Open", "url", notification.link())));
        Map<String, Object> attachment = Map.of("contentType", CARD, "content", card);
        return post.send(JsonPost.bytes(Map.of("type", "message", "attachments", List.of(attachment))), Map.of());
    }

    /** Cards format a little Markdown: a backslash keeps them from it. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\*_\\[\\]`])", "\\\\$1");
    }
}
