package io.jenkins.plugins.delivery.engine.notify;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Posts to an incoming webhook of Slack, or of a chat that understands the same (Mattermost, Rocket.Chat). The address is
 * the secret. What people wrote is escaped as Slack asks, so that it neither formats nor mentions anybody.
 */
public final class SlackNotifier implements Notifier {
    private final JsonPost post;

    /**
     * @param client one that does not follow redirects
     */
    public SlackNotifier(HttpClient client, URI target) {
        post = new JsonPost(client, target);
    }

    @Override
    public CompletableFuture<Void> send(Notification notification) {
        String facts = notification.facts().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
        List<Map<String, Object>> blocks = List.of(
                section("*" + escaped(notification.title()) + "*\n" + escaped(notification.text())),
                section(escaped(facts) + "\n<" + notification.link() + "|" + escaped(notification.link()) + ">"));
        return post.send(
                JsonPost.bytes(
                        Map.of("text", escaped(notification.title() + ": " + notification.text()), "blocks", blocks)),
                Map.of());
    }

    private static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace('*', '\u2217')
                .replace('`', '\'');
    }
}
