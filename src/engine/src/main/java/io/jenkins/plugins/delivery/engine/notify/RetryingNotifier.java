package io.jenkins.plugins.delivery.engine.notify;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;

/** Tries again, a few times and each time later, so that a short outage loses nothing; holds no thread meanwhile. */
public final class RetryingNotifier implements Notifier {
    /** Before the second and the third attempt. */
    public static final List<Duration> DELAYS = List.of(Duration.ofSeconds(2), Duration.ofSeconds(15));

    /** Runs something later. */
    @FunctionalInterface
    public interface Later {
        void in(Duration delay, Runnable task);
    }

    private final Notifier notifier;
    private final List<Duration> delays;
    private final Later later;
    private final DoubleSupplier random;

    /**
     * @param delays before each further attempt
     * @param random from 0 to 1: up to half of a delay is added, so that many who failed together do not try together
     */
    public RetryingNotifier(Notifier notifier, List<Duration> delays, Later later, DoubleSupplier random) {
        this.notifier = notifier;
        this.delays = List.copyOf(delays);
        this.later = later;
        this.random = random;
    }

    @Override
    public CompletableFuture<Void> send(Notification notification) {
        return attempt(notification, 0);
    }

    private CompletableFuture<Void> attempt(Notification notification, int retry) {
        return once(notification).handle((sent, failure) -> failure).thenCompose(failure -> {
            if (failure == null) {
                return CompletableFuture.completedFuture(null);
            }
            return retry < delays.size() ? again(notification, retry) : CompletableFuture.failedFuture(failure);
        });
    }

    /** A notifier that throws has failed too. */
    private CompletableFuture<Void> once(Notification notification) {
        try {
            return notifier.send(notification);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Void> again(Notification notification, int retry) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        Duration delay = delays.get(retry);
        Duration jitter = Duration.ofMillis((long) (delay.toMillis() / 2.0 * random.getAsDouble()));
        later.in(delay.plus(jitter), () -> attempt(notification, retry + 1).whenComplete((sent, failure) -> {
            if (failure == null) {
                result.complete(null);
            } else {
                result.completeExceptionally(failure);
            }
        }));
        return result;
    }
}
