package io.jenkins.plugins.delivery.engine.analysis.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Who counted the requests, and therefore what the series and their labels are called.
 *
 * <p>Names of series and labels are those that each project documents for its Prometheus metrics.
 */
public enum SeriesSource {
    /** An application that counts {@code http_requests_total}, as the examples of Prometheus's client libraries do. */
    HTTP(
            "http_requests_total",
            "namespace=\"{{namespace}}\",pod=~\"{{pods}}\"",
            "code=~\"5..\"",
            "http_request_duration_seconds_bucket",
            1),
    /** Spring Boot with Micrometer; latencies need {@code management.metrics.distribution.percentiles-histogram}. */
    SPRING_BOOT(
            "http_server_requests_seconds_count",
            "namespace=\"{{namespace}}\",pod=~\"{{pods}}\"",
            "status=~\"5..\"",
            "http_server_requests_seconds_bucket",
            1),
    /** The controller of ingress-nginx; the Ingress is named like the application. */
    INGRESS_NGINX(
            "nginx_ingress_controller_requests",
            "namespace=\"{{namespace}}\",ingress=\"{{app}}\",canary{{canary}}\"\"",
            "status=~\"5..\"",
            "nginx_ingress_controller_request_duration_seconds_bucket",
            1),
    /** Envoy at the edge, where the name of a cluster has namespace and Service: Contour, Istio's gateway. */
    ENVOY(
            "envoy_cluster_upstream_rq",
            "envoy_cluster_name=~\"(.+/)?{{namespace}}[_/]{{service}}[_/].+"
                    + "|outbound[|][0-9]+[|][^|]*[|]{{service}}[.]{{namespace}}[.].+\"",
            "envoy_response_code=~\"5..\"",
            "envoy_cluster_upstream_rq_time_bucket",
            1000),
    /** The sidecars of Istio, as the one who is called counts. */
    ISTIO(
            "istio_requests_total",
            "reporter=\"destination\",destination_workload_namespace=\"{{namespace}}\","
                    + "destination_workload=\"{{workload}}\"",
            "response_code=~\"5..\"",
            "istio_request_duration_milliseconds_bucket",
            1000),
    /** The proxies of Linkerd, as the one who is called counts. */
    LINKERD(
            "response_total",
            "direction=\"inbound\",namespace=\"{{namespace}}\",deployment=\"{{workload}}\"",
            "classification=\"failure\"",
            "response_latency_ms_bucket",
            1000),
    /** Traefik, with {@code metrics.prometheus.addServicesLabels}. */
    TRAEFIK(
            "traefik_service_requests_total",
            "service=~\"{{namespace}}-{{service}}-[^-@]+@kubernetes.*\"",
            "code=~\"5..\"",
            "traefik_service_request_duration_seconds_bucket",
            1);

    private final String counter;
    private final String whose;
    private final String errors;
    private final String buckets;
    private final int perSecond;

    SeriesSource(String counter, String whose, String errors, String buckets, int perSecond) {
        this.counter = counter;
        this.whose = whose;
        this.errors = errors;
        this.buckets = buckets;
        this.perSecond = perSecond;
    }

    /** The names as a Jenkinsfile writes them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(SeriesSource::id).toList();
    }

    /** The source of a name as a Jenkinsfile writes it. */
    public static SeriesSource named(String id) {
        return Arrays.stream(values())
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source " + id));
    }

    /** The name as a Jenkinsfile writes it, such as {@code ingress-nginx}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The queries of a preset for these series, with their placeholders. */
    public PresetQueries queries(MetricPreset preset) {
        if (preset.ofPods()) {
            return PresetQueries.ofPods(preset == MetricPreset.CPU_USAGE ? "cpu" : "memory");
        }
        String requests = "sum(increase(" + counter + "{" + whose + "}[{{window}}]))";
        return switch (preset) {
            case REQUEST_RATE -> PresetQueries.plain(rate(""), requests);
            case ERROR_RATE ->
                PresetQueries.share(
                        rate("," + errors) + " / " + rate(""),
                        requests,
                        "sum(increase(" + counter + "{" + whose + "," + errors + "}[{{window}}]))");
            default -> latency(preset, requests);
        };
    }

    private PresetQueries latency(MetricPreset preset, String requests) {
        String query = "histogram_quantile(" + preset.quantile() + ", sum by (le) (rate(" + buckets + "{" + whose
                + "}[{{window}}])))";
        String all = "sum by (le) (increase(" + buckets + "{" + whose + "}[{{window}}]))";
        return PresetQueries.quantile(
                perSecond == 1 ? query : query + " / " + perSecond, requests, all, preset.quantile(), perSecond);
    }

    private String rate(String more) {
        return "sum(rate(" + counter + "{" + whose + more + "}[{{window}}]))";
    }
}
