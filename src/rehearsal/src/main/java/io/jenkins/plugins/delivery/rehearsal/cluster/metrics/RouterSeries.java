package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficLog.Hop;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What each router calls what it counts, by the kinds of objects that make it route. Names are those that each documents. */
enum RouterSeries {
    /** Applications with Micrometer count whatever comes. */
    SPRING_BOOT(Set.of(), "http_server_requests_seconds_count", "status", "http_server_requests_seconds", 1) {
        @Override
        Labels of(Hop hop) {
            return Labels.of("namespace", hop.front().namespace(), "pod", hop.pod());
        }
    },
    INGRESS_NGINX(
            Set.of("Ingress"),
            "nginx_ingress_controller_requests",
            "status",
            "nginx_ingress_controller_request_duration_seconds",
            1) {
        @Override
        Labels of(Hop hop) {
            String namespace = hop.front().namespace();
            String canary = hop.alternative() ? namespace + "-" + hop.service() + "-" + PORT : "";
            return Labels.of(
                    "namespace", namespace, "ingress", hop.front().name(), "service", hop.service(), "canary", canary);
        }
    },
    ENVOY(
            Set.of("HTTPRoute"),
            "envoy_cluster_upstream_rq",
            "envoy_response_code",
            "envoy_cluster_upstream_rq_time",
            1000) {
        @Override
        Labels of(Hop hop) {
            return Labels.of("envoy_cluster_name", hop.front().namespace() + "_" + hop.service() + "_" + PORT);
        }
    },
    ISTIO(
            Set.of("VirtualService"),
            "istio_requests_total",
            "response_code",
            "istio_request_duration_milliseconds",
            1000) {
        @Override
        Labels of(Hop hop) {
            return Labels.of(
                    "reporter",
                    "destination",
                    "destination_workload_namespace",
                    hop.front().namespace(),
                    "destination_workload",
                    workload(hop));
        }
    },
    /** Proxies beside the pods count what is sent to a Service, split by an HTTPRoute or not. */
    LINKERD(Set.of("Service"), "response_total", "classification", "response_latency_ms", 1000) {
        @Override
        Labels of(Hop hop) {
            return Labels.of("direction", "inbound", "namespace", hop.front().namespace(), "deployment", workload(hop));
        }

        @Override
        String result(int code) {
            return code >= 500 ? "failure" : "success";
        }
    },
    TRAEFIK(
            Set.of("IngressRoute", "TraefikService"),
            "traefik_service_requests_total",
            "code",
            "traefik_service_request_duration_seconds",
            1) {
        @Override
        Labels of(Hop hop) {
            return Labels.of("service", hop.front().namespace() + "-" + hop.service() + "-" + PORT + "@kubernetescrd");
        }
    };

    /** Fronts have no ports; the usual one of a Service stands for all of them. */
    private static final String PORT = "80";

    /** What a Deployment's controllers add to its name. */
    private static final Pattern POD = Pattern.compile("-[^-]+-[^-]+$");

    private final Set<String> kinds;
    private final String counter;
    private final String result;
    private final String histogram;
    private final int perSecond;

    RouterSeries(Set<String> kinds, String counter, String result, String histogram, int perSecond) {
        this.kinds = kinds;
        this.counter = counter;
        this.result = result;
        this.histogram = histogram;
        this.perSecond = perSecond;
    }

    /** Who counts requests to a front of this kind. */
    static List<RouterSeries> at(String kind) {
        return Arrays.stream(values())
                .filter(series -> series.kinds.isEmpty() || series.kinds.contains(kind))
                .toList();
    }

    /** Whose requests they are. */
    abstract Labels of(Hop hop);

    /** How a status code is told. */
    String result(int code) {
        return Integer.toString(code);
    }

    Labels counter(Hop hop, int code) {
        return of(hop).with(Labels.NAME, counter).with(result, result(code));
    }

    /** The labels of one bucket, by its bound in seconds. */
    Labels bucket(Hop hop, double seconds) {
        String bound = Double.isInfinite(seconds) ? "+Inf" : Double.toString(seconds * perSecond);
        return of(hop).with(Labels.NAME, histogram + "_bucket").with("le", bound);
    }

    private static String workload(Hop hop) {
        return POD.matcher(hop.pod()).replaceFirst("");
    }
}
