package io.jenkins.plugins.delivery.engine.notify;

import java.util.concurrent.CompletableFuture;

/** Somewhere that notifications go. */
@FunctionalInterface
public interface Notifier {
    /**
     * Sends it, once, without blocking.
     *
     * @return completes when the other side has taken it, or exceptionally when it has not
     */
    CompletableFuture<Void> send(Notification notification);
}
