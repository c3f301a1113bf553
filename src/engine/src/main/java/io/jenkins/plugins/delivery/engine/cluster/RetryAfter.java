package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps what a busy API server, or a proxy before it, says in the header {@code Retry-After} (RFC 9110, section 10.2.3:
 * seconds or a date), which the client forgets otherwise.
 */
final class RetryAfter implements Interceptor {
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder request, HttpResponse<?> answer, RequestTags tags) {
        return wait(answer)
                .map(wait -> CompletableFuture.<Boolean>failedFuture(busy(answer, wait)))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    private Optional<Duration> wait(HttpResponse<?> answer) {
        return BUSY.contains(answer.code())
                ? Optional.ofNullable(answer.header("Retry-After")).flatMap(text -> parse(text, now(answer)))
                : Optional.empty();
    }

    /** By the clock of the server where it tells the time: a date of its is relative to that. */
    private Instant now(HttpResponse<?> answer) {
        return Optional.ofNullable(answer.header("Date"))
                .flatMap(RetryAfter::date)
                .orElseGet(clock::instant);
    }

    static Optional<Duration> parse(String text, Instant now) {
        String value = text.trim();
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value).map(date -> Duration.between(now, date)).filter(wait -> !wait.isNegative());
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty(); // whatever it means, it is no time to wait
        }
    }

    private static KubernetesClientException busy(HttpResponse<?> answer, Duration wait) {
        if (answer.body() instanceof AsyncBody body) {
            body.cancel();
        }
        String message = "the server is busy and asks to come back in " + wait.toSeconds() + " s";
        Status status = new StatusBuilder()
                .withCode(answer.code())
                .withMessage(message)
                .withNewDetails()
                .withRetryAfterSeconds((int) Math.min(wait.toSeconds(), Integer.MAX_VALUE))
                .endDetails()
                .build();
        return new KubernetesClientException(message, answer.code(), status);
    }
}
