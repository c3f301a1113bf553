package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;

/** What Kubernetes fills in when a manifest leaves it out; only for the types that the controllers here work on. */
final class Defaults {
    private static final AtomicInteger ADDRESSES = new AtomicInteger(10);

    private Defaults() {}

    static void fill(ResourceType type, ObjectNode object) {
        switch (type.kind()) {
            case "Deployment" -> deployment(object.withObjectProperty("spec"));
            case "StatefulSet" -> statefulSet(object.withObjectProperty("spec"));
            case "DaemonSet" -> daemonSet(object.withObjectProperty("spec"));
            case "ReplicaSet" -> replicaSet(object.withObjectProperty("spec"));
            case "Pod" -> pod(object.withObjectProperty("spec"));
            case "Service" -> service(object.withObjectProperty("spec"));
            default -> {
                // Other types are stored as they are given.
            }
        }
    }

    private static void deployment(ObjectNode spec) {
        absent(spec, "replicas", 1);
        absent(spec, "revisionHistoryLimit", 10);
        absent(spec, "progressDeadlineSeconds", 600);
        ObjectNode strategy = spec.withObjectProperty("strategy");
        absent(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = strategy.withObjectProperty("rollingUpdate");
            absent(rolling, "maxSurge", "25%");
            absent(rolling, "maxUnavailable", "25%");
        }
        template(spec);
    }

    private static void statefulSet(ObjectNode spec) {
        absent(spec, "replicas", 1);
        absent(spec, "revisionHistoryLimit", 10);
        absent(spec, "podManagementPolicy", "OrderedReady");
        ObjectNode strategy = spec.withObjectProperty("updateStrategy");
        absent(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            absent(strategy.withObjectProperty("rollingUpdate"), "partition", 0);
        }
        template(spec);
    }

    private static void daemonSet(ObjectNode spec) {
        absent(spec, "revisionHistoryLimit", 10);
        ObjectNode strategy = spec.withObjectProperty("updateStrategy");
        absent(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            absent(strategy.withObjectProperty("rollingUpdate"), "maxUnavailable", 1);
            absent(strategy.withObjectProperty("rollingUpdate"), "maxSurge", 0);
        }
        template(spec);
    }

    private static void replicaSet(ObjectNode spec) {
        absent(spec, "replicas", 1);
        template(spec);
    }

    private static void template(ObjectNode spec) {
        if (spec.path("template").path("spec") instanceof ObjectNode podSpec) {
            pod(podSpec);
        }
    }

    private static void pod(ObjectNode spec) {
        absent(spec, "restartPolicy", "Always");
        absent(spec, "terminationGracePeriodSeconds", 30);
        absent(spec, "dnsPolicy", "ClusterFirst");
        for (JsonNode container : spec.path("containers")) {
            container((ObjectNode) container);
        }
    }

    private static void container(ObjectNode container) {
        absent(
                container,
                "imagePullPolicy",
                container.path("image").asText().endsWith(":latest") ? "Always" : "IfNotPresent");
        absent(container, "terminationMessagePath", "/dev/termination-log");
        absent(container, "terminationMessagePolicy", "File");
        for (JsonNode port : container.path("ports")) {
            absent((ObjectNode) port, "protocol", "TCP");
        }
        for (String probe : new String[] {"readinessProbe", "livenessProbe", "startupProbe"}) {
            if (container.path(probe) instanceof ObjectNode given) {
                probe(given);
            }
        }
    }

    private static void probe(ObjectNode probe) {
        absent(probe, "periodSeconds", 10);
        absent(probe, "timeoutSeconds", 1);
        absent(probe, "successThreshold", 1);
        absent(probe, "failureThreshold", 3);
        if (probe.path("httpGet") instanceof ObjectNode get) {
            absent(get, "path", "/");
            absent(get, "scheme", "HTTP");
        }
    }

    private static void service(ObjectNode spec) {
        absent(spec, "type", "ClusterIP");
        absent(spec, "sessionAffinity", "None");
        if (!spec.has("clusterIP")) {
            int number = ADDRESSES.incrementAndGet();
            String address = "10.96." + number / 250 % 250 + "." + (number % 250 + 1);
            spec.put("clusterIP", address);
            spec.set("clusterIPs", JsonNodeFactory.instance.arrayNode().add(address));
        }
        for (JsonNode port : spec.path("ports") instanceof ArrayNode ports ? ports : spec.arrayNode()) {
            absent((ObjectNode) port, "protocol", "TCP");
            if (!port.has("targetPort")) {
                ((ObjectNode) port).set("targetPort", port.path("port"));
            }
        }
    }

    private static void absent(ObjectNode object, String field, String value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    private static void absent(ObjectNode object, String field, int value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }
}
