package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficLog;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficLog.Hop;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Everything that was counted up to now, as series: what pods say of themselves, and what their routers say. */
final class Scrape {
    private final Map<Labels, Double> samples = new HashMap<>();

    Scrape(TrafficLog log) {
        log.requests().forEach((outcome, count) -> add(requests(outcome), count));
        log.durations()
                .forEach((pod, histogram) ->
                        durations(Labels.of("namespace", pod.namespace(), "pod", pod.pod()), histogram));
        log.hops()
                .forEach((hop, codes) -> codes.forEach((code, count) ->
                        RouterSeries.at(hop.front().kind()).forEach(series -> add(series.counter(hop, code), count))));
        log.hopDurations().forEach(this::buckets);
    }

    void into(SeriesStore store, Instant now) {
        samples.forEach((labels, value) -> store.add(labels, now, value));
    }

    /** What several pods count under the same labels is one series. */
    private void add(Labels labels, double value) {
        samples.merge(labels, value, Double::sum);
    }

    private static Labels requests(TrafficLog.Outcome outcome) {
        return Labels.of(
                Labels.NAME,
                "http_requests_total",
                "namespace",
                outcome.namespace(),
                "pod",
                outcome.pod(),
                "method",
                outcome.method(),
                "code",
                Integer.toString(outcome.code()));
    }

    private void durations(Labels labels, TrafficLog.Histogram histogram) {
        String name = "http_request_duration_seconds";
        int bounds = histogram.bounds().length;
        for (int i = 0; i < bounds; i++) {
            add(
                    labels.with(Labels.NAME, name + "_bucket")
                            .with("le", Double.toString(histogram.bounds()[i])),
                    histogram.counts()[i]);
        }
        long all = histogram.counts()[bounds];
        add(labels.with(Labels.NAME, name + "_bucket").with("le", "+Inf"), all);
        add(labels.with(Labels.NAME, name + "_count"), all);
        add(labels.with(Labels.NAME, name + "_sum"), histogram.sum());
    }

    private void buckets(Hop hop, TrafficLog.Histogram histogram) {
        for (RouterSeries series : RouterSeries.at(hop.front().kind())) {
            int bounds = histogram.bounds().length;
            for (int i = 0; i < bounds; i++) {
                add(series.bucket(hop, histogram.bounds()[i]), histogram.counts()[i]);
            }
            add(series.bucket(hop, Double.POSITIVE_INFINITY), histogram.counts()[bounds]);
        }
    }
}
