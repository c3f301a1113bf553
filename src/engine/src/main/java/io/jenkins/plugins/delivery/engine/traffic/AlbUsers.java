package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chosen users at an Ingress for an ALB: a path before the application's own, with an action that forwards to the canary
 * and a condition on a header. The load balancer tries rules in the order of the paths.
 *
 * @see <a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#conditions">conditions</a>
 */
final class AlbUsers {
    private static final String CONDITIONS = AlbActions.PREFIX + "conditions.";
    private static final String ANNOTATED = "use-annotation";
    /** Of an ALB. */
    private static final int NAME = 40;

    private static final int VALUE = 128;

    private final ObjectNode ingress;
    private final List<String> actions;
    private final Route route;

    /** @param actions that lead to the application */
    AlbUsers(ObjectNode ingress, List<String> actions, Route route) {
        this.ingress = ingress;
        this.actions = actions;
        this.route = route;
    }

    /** Why no load balancer would take such conditions. */
    static Optional<String> unfit(Match match) {
        for (Condition condition : match.conditions()) {
            if (condition.headerName().length() > NAME || condition.value().length() > VALUE - 4) {
                return Optional.of("an ALB looks at names of headers of up to " + NAME + " and values of up to " + VALUE
                        + " characters, so " + condition.words() + " cannot be matched");
            }
            if ((condition.name() + condition.value()).matches(".*[*?].*")) {
                return Optional.of("* and ? stand for any characters at an ALB, so " + condition.words()
                        + " cannot be matched exactly");
            }
        }
        return Optional.empty();
    }

    /** Whether some path leads to one of the actions. */
    boolean reachable() {
        return paths().stream().anyMatch(paths -> java.util.stream.StreamSupport.stream(paths.spliterator(), false)
                        .anyMatch(path -> actions.contains(action(path))))
                || actions.contains(action(ingress.path("spec").path("defaultBackend"), ""));
    }

    void remove() {
        for (ArrayNode paths : paths()) {
            for (int i = paths.size() - 1; i >= 0; i--) {
                if (isOurs(action(paths.get(i)))) {
                    paths.remove(i);
                }
            }
        }
        List<String> names = new ArrayList<>();
        ObjectNode annotations = Memory.annotations(ingress);
        annotations.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> name.startsWith(AlbActions.ACTION) && isOurs(name.substring(AlbActions.ACTION.length()))
                        || name.startsWith(CONDITIONS) && isOurs(name.substring(CONDITIONS.length())))
                .forEach(annotations::remove);
    }

    void add() {
        List<Condition> conditions = route.match().conditions();
        for (ArrayNode paths : paths()) {
            for (int i = paths.size() - 1; i >= 0; i--) {
                String action = action(paths.get(i));
                if (actions.contains(action)) {
                    for (int j = conditions.size() - 1; j >= 0; j--) {
                        ObjectNode path = paths.get(i).deepCopy();
                        ((ObjectNode) path.get("backend").get("service")).put("name", name(action, j));
                        paths.insert(i, path);
                    }
                }
            }
        }
        for (String action : actions) {
            for (int j = 0; j < conditions.size(); j++) {
                annotate(action, name(action, j), conditions.get(j));
            }
        }
    }

    private void annotate(String action, String name, Condition condition) {
        ObjectNode annotations = Memory.annotations(ingress);
        ArrayNode all =
                AlbActions.conditions(annotations.path(CONDITIONS + action).asText());
        ObjectNode header = all.addObject().put("field", "http-header").putObject("httpHeaderConfig");
        boolean cookie = condition.kind() == Condition.Kind.COOKIE;
        header.put("httpHeaderName", condition.headerName())
                .putArray("values")
                .add(cookie ? "*" + condition.name() + "=" + condition.value() + "*" : condition.value());
        annotations.put(CONDITIONS + name, all.toString());
        annotations.put(
                AlbActions.ACTION + name,
                AlbActions.forwardTo(
                        annotations.path(AlbActions.ACTION + action).asText(), route.canary()));
    }

    private String name(String action, int condition) {
        return action + "-canary-" + condition;
    }

    private boolean isOurs(String action) {
        return actions.stream().anyMatch(one -> action.matches(java.util.regex.Pattern.quote(one) + "-canary-\\d+"));
    }

    private List<ArrayNode> paths() {
        List<ArrayNode> all = new ArrayList<>();
        for (JsonNode rule : ingress.path("spec").path("rules")) {
            if (rule.path("http").path("paths") instanceof ArrayNode paths) {
                all.add(paths);
            }
        }
        return all;
    }

    private static String action(JsonNode path) {
        return action(path.path("backend"), "");
    }

    private static String action(JsonNode backend, String otherwise) {
        JsonNode service = backend.path("service");
        return service.path("port").path("name").asText().equals(ANNOTATED)
                ? service.path("name").asText()
                : otherwise;
    }
}
