package io.jenkins.plugins.delivery.engine.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Prometheus, or anything that speaks its HTTP API: instant queries, {@code POST /api/v1/query}.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">HTTP API</a>
 */
public final class PrometheusProvider implements MetricProvider {
    private static final int MAX_ANSWER = 1024 * 1024;

    private final HttpClient http;
    private final URI query;
    private final Map<String, String> headers;
    private final Duration timeout;

    /**
     * @param http shared by all providers, so that a provider costs no thread
     * @param url the server, such as {@code http://prometheus.monitoring:9090}
     * @param headers sent with each query, such as {@code Authorization}
     * @param timeout for one query, from connecting to the last byte
     */
    public PrometheusProvider(HttpClient http, URI url, Map<String, String> headers, Duration timeout) {
        this.http = http;
        this.query = URI.create(url.toString().replaceAll("/+$", "") + "/api/v1/query");
        this.headers = Map.copyOf(headers);
        this.timeout = timeout;
    }

    @Override
    public CompletableFuture<Measurement> measure(String promql, Instant at) {
        try {
            return http.sendAsync(request(promql, at), BodyHandlers.ofInputStream())
                    .thenApply(PrometheusProvider::read)
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(this::unanswered);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(unanswered(e));
        }
    }

    private HttpRequest request(String promql, Instant at) {
        String form = "query=" + encode(promql) + "&time=" + at.toEpochMilli() / 1000.0;
        HttpRequest.Builder request = HttpRequest.newBuilder(query)
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form));
        headers.forEach(request::setHeader);
        return request.build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Measurement read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] answer = body.readNBytes(MAX_ANSWER + 1);
            if (answer.length > MAX_ANSWER) {
                return new Measurement.Failed("the metric provider sent more than 1 MiB; aggregate the query");
            }
            return PrometheusAnswer.read(response.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Measurement unanswered(Throwable e) {
        Throwable cause = e;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Measurement.Failed("no answer from " + query.getHost() + ": " + said);
    }
}
