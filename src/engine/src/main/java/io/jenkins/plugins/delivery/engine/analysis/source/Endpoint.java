package io.jenkins.plugins.delivery.engine.analysis.source;

import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A server of the administrator, with the headers that it wants. Redirects are not followed, so that credentials and
 * questions stay there.
 *
 * @param http shared by all providers, so that a provider costs no thread
 * @param url the server, such as {@code http://prometheus.monitoring:9090}, with or without a slash at the end
 * @param headers sent with each question, such as {@code Authorization}
 * @param timeout for one question, from connecting to the last byte
 */
public record Endpoint(HttpClient http, URI url, Map<String, String> headers, Duration timeout) {
    public Endpoint {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return url.getHost();
    }

    URI at(String path) {
        return URI.create(url.toString().replaceAll("/+$", "") + path);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    CompletableFuture<Measurement> post(
            String path, Map<String, String> form, BiFunction<Integer, byte[], Measurement> reader) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return measured(
                () -> HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                reader);
    }

    CompletableFuture<Measurement> get(URI uri, BiFunction<Integer, byte[], Measurement> reader) {
        return measured(() -> HttpRequest.newBuilder(uri), reader);
    }

    private CompletableFuture<Measurement> measured(
            java.util.function.Supplier<HttpRequest.Builder> request, BiFunction<Integer, byte[], Measurement> reader) {
        try {
            return send(request.get())
                    .thenApply(reply -> reader.apply(reply.statusCode(), reply.body()))
                    .exceptionally(this::unanswered);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(unanswered(e));
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(
                request.timeout(timeout).header("Accept", "application/json").build(), info -> new BoundedBody());
        return exchange.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((reply, problem) -> {
                    if (problem instanceof TimeoutException) {
                        exchange.cancel(true);
                    }
                });
    }

    private Measurement unanswered(Throwable e) {
        Throwable cause = e;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean late = cause instanceof TimeoutException || cause instanceof java.net.http.HttpTimeoutException;
        String said = late
                ? "none within " + timeout.toMillis() + " ms"
                : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Measurement.Failed("no answer from " + this + ": " + said);
    }
}
