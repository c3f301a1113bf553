package io.jenkins.plugins.delivery.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RetryingNotifierTest {
    private static final Notification NEWS =
            new Notification("e", "t", "x", "https://example.com/", Map.of(), Instant.EPOCH);

    private final List<Duration> waited = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int attempts;

    @Test
    void what_is_taken_at_once_is_sent_once() {
        CompletableFuture<Void> sent = notifier(0).send(NEWS);

        assertThat(sent).isCompleted();
        assertThat(attempts).isEqualTo(1);
        assertThat(waited).isEmpty();
    }

    @Test
    void what_fails_is_tried_again_later_each_time() {
        CompletableFuture<Void> sent = notifier(2).send(NEWS);
        assertThat(sent).isNotDone();

        pass();

        assertThat(sent).isCompleted();
        assertThat(attempts).isEqualTo(3);
        assertThat(waited).containsExactly(Duration.ofMillis(2_500), Duration.ofMillis(18_750));
    }

    @Test
    void who_fails_for_good_is_said_to() {
        CompletableFuture<Void> sent = notifier(9).send(NEWS);
        pass();

        assertThat(sent).isCompletedExceptionally();
        assertThat(attempts).isEqualTo(3);
    }

    @Test
    void a_notifier_that_throws_is_tried_again_too() {
        Notifier broken = notification -> {
            attempts++;
            throw new IllegalStateException("no");
        };
        CompletableFuture<Void> sent = retrying(broken).send(NEWS);
        pass();

        assertThat(sent).isCompletedExceptionally();
        assertThat(attempts).isEqualTo(3);
    }

    private void pass() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    private Notifier notifier(int failures) {
        return retrying(notification -> {
            attempts++;
            return attempts <= failures
                    ? CompletableFuture.failedFuture(new IOException("busy"))
                    : CompletableFuture.completedFuture(null);
        });
    }

    private Notifier retrying(Notifier notifier) {
        return new RetryingNotifier(
                notifier,
                RetryingNotifier.DELAYS,
                (delay, task) -> {
                    waited.add(delay);
                    waiting.add(task);
                },
                () -> 0.5);
    }
}
