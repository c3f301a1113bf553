package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an Ingress says to the AWS Load Balancer Controller: forward actions with weights, and conditions on headers. Of the
 * paths exact ones go first, then longer ones, then those that stand first. Other actions and conditions are not carried out.
 */
final class AlbRules {
    private static final String PREFIX = "alb.ingress.kubernetes.io/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BiFunction<String, Integer, Target> targets;

    AlbRules(BiFunction<String, Integer, Target> targets) {
        this.targets = targets;
    }

    /** Whether an Ingress has an action that forwards. */
    static boolean concerns(JsonNode ingress) {
        return ingress.path("metadata").path("annotations").properties().stream()
                .anyMatch(annotation -> annotation.getKey().startsWith(PREFIX + "actions."));
    }

    List<Rule> of(JsonNode ingress) {
        JsonNode annotations = ingress.path("metadata").path("annotations");
        List<JsonNode> paths = new ArrayList<>();
        for (JsonNode rule : ingress.path("spec").path("rules")) {
            rule.path("http").path("paths").forEach(paths::add);
        }
        paths.sort(Comparator.comparing((JsonNode path) -> !exact(path))
                .thenComparing(path -> -path.path("path").asText("/").length()));
        List<Rule> rules = new ArrayList<>();
        for (JsonNode path : paths) {
            rules.add(rule(path.path("backend"), annotations, requested -> path(path, requested)));
        }
        JsonNode otherwise = ingress.path("spec").path("defaultBackend");
        if (otherwise.has("service")) {
            rules.add(rule(otherwise, annotations, requested -> true));
        }
        return rules;
    }

    private Rule rule(JsonNode backend, JsonNode annotations, Predicate<String> path) {
        JsonNode service = backend.path("service");
        String name = service.path("name").asText();
        boolean action = service.path("port").path("name").asText().equals("use-annotation");
        List<Target> behind = action
                ? forwarded(json(annotations.path(PREFIX + "actions." + name).asText()))
                : List.of(targets.apply(name, 1));
        Predicate<RequestFacts> conditions =
                conditions(json(annotations.path(PREFIX + "conditions." + name).asText()));
        return new Rule(name, request -> path.test(request.path()) && conditions.test(request), List.of(), behind);
    }

    private List<Target> forwarded(JsonNode action) {
        List<Target> behind = new ArrayList<>();
        for (JsonNode group : action.path("forwardConfig").path("targetGroups")) {
            behind.add(targets.apply(
                    group.path("serviceName").asText(), group.path("weight").asInt(1)));
        }
        return behind;
    }

    private static Predicate<RequestFacts> conditions(JsonNode conditions) {
        return request -> {
            boolean all = true;
            for (JsonNode condition : conditions) {
                JsonNode header = condition.path("httpHeaderConfig");
                boolean any = false;
                for (JsonNode value : header.path("values")) {
                    any |= request.header()
                            .apply(header.path("httpHeaderName").asText())
                            .filter(sent ->
                                    wildcards(value.asText()).matcher(sent).matches())
                            .isPresent();
                }
                all &= any;
            }
            return all;
        };
    }

    /** {@code *} and {@code ?} stand for any characters, and case does not matter. */
    private static Pattern wildcards(String text) {
        String pattern = text.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining());
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static boolean exact(JsonNode path) {
        return path.path("pathType").asText().equals("Exact");
    }

    private static boolean path(JsonNode path, String requested) {
        String value = path.path("path").asText("/");
        return requested.equals(value)
                || !exact(path)
                        && (value.equals("/") || requested.startsWith(value.endsWith("/") ? value : value + "/"));
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
