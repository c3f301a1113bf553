package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Pattern;

/** What Kubernetes refuses with 422, as far as manifests of deployments get it wrong. */
final class Validation {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-.a-z0-9]*[a-z0-9])?");

    private Validation() {}

    static void check(ObjectKey key, ObjectNode object, @CheckForNull ObjectNode live) {
        if (!NAME.matcher(key.name()).matches() || key.name().length() > 253) {
            throw invalid(
                    key,
                    "metadata.name: Invalid value: \"" + key.name() + "\": a lowercase RFC 1123 subdomain must "
                            + "consist of lower case alphanumeric characters, '-' or '.'");
        }
        JsonNode spec = object.path("spec");
        switch (key.type().kind()) {
            case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet" -> workload(key, spec, live);
            case "Pod" -> containers(key, spec, "spec");
            case "Service" -> service(key, spec);
            default -> {
                // Nothing that the controllers here rely on.
            }
        }
    }

    private static void workload(ObjectKey key, JsonNode spec, @CheckForNull ObjectNode live) {
        if (spec.path("replicas").asInt() < 0) {
            throw invalid(key, "spec.replicas: Invalid value: must be greater than or equal to 0");
        }
        JsonNode wanted = spec.path("selector").path("matchLabels");
        if (wanted.isEmpty() && spec.path("selector").path("matchExpressions").isEmpty()) {
            throw invalid(key, "spec.selector: Required value");
        }
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        if (!wanted.properties().stream().allMatch(entry -> entry.getValue().equals(labels.path(entry.getKey())))) {
            throw invalid(
                    key, "spec.template.metadata.labels: Invalid value: `selector` does not match template `labels`");
        }
        if (live != null && !live.path("spec").path("selector").equals(spec.path("selector"))) {
            throw invalid(key, "spec.selector: Invalid value: field is immutable");
        }
        containers(key, spec.path("template").path("spec"), "spec.template.spec");
    }

    private static void containers(ObjectKey key, JsonNode podSpec, String path) {
        if (podSpec.path("containers").isEmpty()) {
            throw invalid(key, path + ".containers: Required value");
        }
        int i = 0;
        for (JsonNode container : podSpec.path("containers")) {
            String at = path + ".containers[" + i++ + "]";
            if (container.path("name").asText().isEmpty()) {
                throw invalid(key, at + ".name: Required value");
            }
            if (container.path("image").asText().isEmpty()) {
                throw invalid(key, at + ".image: Required value");
            }
        }
    }

    private static void service(ObjectKey key, JsonNode spec) {
        if (spec.path("ports").isEmpty() && !spec.path("type").asText().equals("ExternalName")) {
            throw invalid(key, "spec.ports: Required value");
        }
    }

    private static ApiException invalid(ObjectKey key, String why) {
        return ApiException.invalid(key.type(), key.name(), why);
    }
}
