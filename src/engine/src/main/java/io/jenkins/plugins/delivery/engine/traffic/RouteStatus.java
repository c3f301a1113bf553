package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What the controllers of a route's parents say: each parent has to have accepted this very generation, and found all that
 * it leads to.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#routeparentstatus">RouteParentStatus</a>
 */
final class RouteStatus {
    private static final List<String> CONDITIONS = List.of("Accepted", "ResolvedRefs");
    private static final List<String> NAMES = List.of("group", "kind", "namespace", "name", "sectionName", "port");

    private RouteStatus() {}

    /** What has still to happen before traffic goes where the route says. */
    static Optional<String> pending(RoutedObject route) {
        for (JsonNode parent : route.tree().path("spec").path("parentRefs")) {
            Optional<String> pending = pending(route, parent);
            if (pending.isPresent()) {
                return pending;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> pending(RoutedObject route, JsonNode parent) {
        String name = parent.path("kind").asText("Gateway") + " '"
                + parent.path("name").asText() + "'";
        String worst = "no controller of " + name + " has looked at it yet";
        for (JsonNode status : route.tree().path("status").path("parents")) {
            if (same(parent, status.path("parentRef"))) {
                Optional<String> problem = problem(status.path("conditions"), route.generation());
                if (problem.isEmpty()) {
                    return Optional.empty();
                }
                worst = name + " " + problem.get();
            }
        }
        return Optional.of(worst);
    }

    private static Optional<String> problem(JsonNode conditions, long generation) {
        for (String type : CONDITIONS) {
            JsonNode condition = condition(conditions, type);
            if (condition.isMissingNode()) {
                return Optional.of("has not said " + type + " yet");
            }
            if (condition.path("observedGeneration").asLong() < generation) {
                return Optional.of("has not seen generation " + generation + " yet");
            }
            if (!condition.path("status").asText().equals("True")) {
                return Optional.of(
                        "says " + type + " is " + condition.path("status").asText() + ": "
                                + condition.path("reason").asText() + " ("
                                + condition.path("message").asText() + ")");
            }
        }
        return Optional.empty();
    }

    private static JsonNode condition(JsonNode conditions, String type) {
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    /** A status may fill in what the reference leaves to its default, so only what the reference says has to be the same. */
    private static boolean same(JsonNode reference, JsonNode reported) {
        return NAMES.stream()
                .filter(reference::hasNonNull)
                .allMatch(name ->
                        reference.get(name).asText().equals(reported.path(name).asText())
                                || !reported.hasNonNull(name));
    }
}
