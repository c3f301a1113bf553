package com.example.storefront.web;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

/** {@code http_requests_total} and {@code http_request_duration_seconds}, as a Prometheus scrapes them. */
final class Metrics {

    private static final double[] BUCKETS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("http_requests_total")
            .help("Requests answered.")
            .labelNames("method", "code")
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("http_request_duration_seconds")
            .help("Time to answer a request.")
            .labelNames("method")
            .classicOnly()
            .classicUpperBounds(BUCKETS)
            .register(registry);

    void answered(String method, int status, Duration time) {
        requests.labelValues(method, Integer.toString(status)).inc();
        durations.labelValues(method).observe(time.toNanos() / 1e9);
    }

    Response scrape() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.builder().build();
        writer.write(out, registry.scrape());
        return new Response(200, writer.getContentType(), out.toByteArray());
    }
}
