package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks pods that say so ({@code prometheus.io/scrape: "true"}) for their own metrics, really. A pod that does not answer has no new samples.
 *
 * <p>Source of the format: Prometheus documentation, "Exposition formats".
 */
final class PodMetrics {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})?\\s+([-+.eE0-9]+|NaN|[+-]?Inf)(?:\\s+\\d+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final VirtualClock clock;
    private final SeriesStore store;
    private final Supplier<List<ScrapeTarget>> targets;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    PodMetrics(VirtualClock clock, SeriesStore store, Supplier<List<ScrapeTarget>> targets) {
        this.clock = clock;
        this.store = store;
        this.targets = targets;
    }

    /** Time stands still until each pod has answered, or a second is over. */
    void scrape(Instant now) {
        for (ScrapeTarget target : targets.get()) {
            Busy busy = clock.busy("a pod is asked for its metrics");
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + target.port() + target.path()))
                    .timeout(Duration.ofSeconds(1))
                    .build();
            http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                try {
                    if (failure == null && answer.statusCode() == 200) {
                        answer.body().lines().forEach(line -> sample(target, line, now));
                    }
                } finally {
                    busy.close();
                }
            });
        }
    }

    private void sample(ScrapeTarget target, String line, Instant now) {
        Matcher sample = SAMPLE.matcher(line.strip());
        if (line.startsWith("#") || !sample.matches()) {
            return;
        }
        Labels labels = Labels.of(Labels.NAME, sample.group(1), "namespace", target.namespace(), "pod", target.pod());
        Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
        while (label.find()) {
            labels = labels.with(label.group(1), label.group(2));
        }
        store.add(labels, now, value(sample.group(3)));
    }

    private static double value(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }
}
