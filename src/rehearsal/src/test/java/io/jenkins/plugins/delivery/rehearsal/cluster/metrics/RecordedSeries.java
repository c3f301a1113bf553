package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Half an hour of traffic as each source would have counted it: 10 requests a second on the canary, 5 % of them failed,
 * and 90 on stable, 1 % failed. Times to answer are known, and 20 % longer on the canary.
 */
final class RecordedSeries {
    static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");
    static final Instant END = BEGIN.plusSeconds(1800);
    private static final int INTERVAL = 15;
    private static final double[] BOUNDS = {0.1, 0.25, 0.5, 1, 2.5, Double.POSITIVE_INFINITY};
    private static final double[] STABLE = {0.4, 0.6, 0.9, 0.98, 1, 1};
    private static final double[] CANARY = {0.3, 0.5, 0.8, 0.97, 1, 1};

    /** One series: its labels, and how much is added in a second. */
    record Series(Map<String, String> labels, double perSecond) {
        String name() {
            return labels.get("__name__");
        }
    }

    private RecordedSeries() {}

    static List<Series> all() {
        List<Series> all = new ArrayList<>();
        for (boolean canary : new boolean[] {true, false}) {
            String workload = canary ? "shop-canary" : "shop";
            pods(
                    all,
                    canary,
                    workload + "-7d9f8b6c5d-x2x7k",
                    "http_requests_total",
                    "code",
                    "http_request_duration_seconds");
            pods(
                    all,
                    canary,
                    workload + "-7d9f8b6c5d-x2x7k",
                    "http_server_requests_seconds_count",
                    "status",
                    "http_server_requests_seconds");
            add(
                    all,
                    canary,
                    "nginx_ingress_controller_requests",
                    Map.of(
                            "namespace",
                            "prod",
                            "ingress",
                            "shop",
                            "service",
                            "shop",
                            "canary",
                            canary ? "prod-shop-canary-80" : ""),
                    "status",
                    "nginx_ingress_controller_request_duration_seconds",
                    1);
            add(
                    all,
                    canary,
                    "envoy_cluster_upstream_rq",
                    Map.of("envoy_cluster_name", "prod_" + workload + "_80"),
                    "envoy_response_code",
                    "envoy_cluster_upstream_rq_time",
                    1000);
            add(
                    all,
                    canary,
                    "istio_requests_total",
                    Map.of(
                            "reporter",
                            "destination",
                            "destination_workload_namespace",
                            "prod",
                            "destination_workload",
                            workload),
                    "response_code",
                    "istio_request_duration_milliseconds",
                    1000);
            linkerd(all, canary, workload);
            add(
                    all,
                    canary,
                    "traefik_service_requests_total",
                    Map.of("service", "prod-" + workload + "-80@kubernetescrd"),
                    "code",
                    "traefik_service_request_duration_seconds",
                    1);
        }
        all.add(new Series(
                Map.of("__name__", "ALERTS", "alertname", "ShopDown", "alertstate", "firing", "severity", "page"), 0));
        return all;
    }

    private static void pods(
            List<Series> all, boolean canary, String pod, String counter, String code, String histogram) {
        add(all, canary, counter, Map.of("namespace", "prod", "pod", pod), code, histogram, 1);
    }

    private static void linkerd(List<Series> all, boolean canary, String workload) {
        Map<String, String> labels = Map.of("direction", "inbound", "namespace", "prod", "deployment", workload);
        double bad = canary ? 0.05 : 0.01;
        all.add(new Series(with(labels, "response_total", "classification", "failure"), rate(canary) * bad));
        all.add(new Series(with(labels, "response_total", "classification", "success"), rate(canary) * (1 - bad)));
        buckets(all, canary, "response_latency_ms", labels, 1000);
    }

    private static void add(
            List<Series> all,
            boolean canary,
            String counter,
            Map<String, String> labels,
            String code,
            String histogram,
            int perSecond) {
        double bad = canary ? 0.05 : 0.01;
        all.add(new Series(with(labels, counter, code, "503"), rate(canary) * bad));
        all.add(new Series(with(labels, counter, code, "200"), rate(canary) * (1 - bad)));
        buckets(all, canary, histogram, labels, perSecond);
    }

    private static void buckets(
            List<Series> all, boolean canary, String histogram, Map<String, String> labels, int perSecond) {
        for (int i = 0; i < BOUNDS.length; i++) {
            String bound = Double.isInfinite(BOUNDS[i]) ? "+Inf" : Double.toString(BOUNDS[i] * perSecond);
            double share = canary ? CANARY[i] : STABLE[i];
            all.add(new Series(with(labels, histogram + "_bucket", "le", bound), rate(canary) * share));
        }
    }

    private static double rate(boolean canary) {
        return canary ? 10 : 90;
    }

    private static Map<String, String> with(Map<String, String> labels, String name, String label, String value) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        all.put("__name__", name);
        all.put(label, value);
        return all;
    }

    static SeriesStore store() {
        SeriesStore store = new SeriesStore();
        for (Series series : all()) {
            List<String> pairs = new ArrayList<>();
            series.labels().forEach((label, value) -> pairs.addAll(List.of(label, value)));
            Labels labels = Labels.of(pairs.toArray(String[]::new));
            for (int at = 0; at <= 1800; at += INTERVAL) {
                store.add(labels, BEGIN.plusSeconds(at), value(series, at));
            }
        }
        return store;
    }

    /** As {@code promtool tsdb create-blocks-from openmetrics} reads it: all samples of a name together. */
    static String openMetrics() {
        Map<String, StringBuilder> byName = new LinkedHashMap<>();
        for (Series series : all()) {
            StringBuilder labels = new StringBuilder();
            series.labels().forEach((label, value) -> {
                if (!label.equals("__name__")) {
                    labels.append(labels.isEmpty() ? "" : ",")
                            .append(label)
                            .append("=\"")
                            .append(value)
                            .append('"');
                }
            });
            StringBuilder lines = byName.computeIfAbsent(series.name(), any -> new StringBuilder());
            for (int at = 0; at <= 1800; at += INTERVAL) {
                lines.append(series.name()).append('{').append(labels).append("} ");
                lines.append(value(series, at))
                        .append(' ')
                        .append(BEGIN.getEpochSecond() + at)
                        .append('\n');
            }
        }
        return String.join("", byName.values()) + "# EOF\n";
    }

    /** An alert is a series of ones. */
    private static double value(Series series, int at) {
        return series.perSecond() == 0 ? 1 : 1000 + series.perSecond() * at;
    }
}
