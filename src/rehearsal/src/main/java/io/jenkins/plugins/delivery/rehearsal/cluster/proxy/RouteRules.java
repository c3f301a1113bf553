package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What an HTTPRoute says: matches by path, method, header and query parameter, and weights.
 *
 * <p>Source: Gateway API v1; of several matches the one with an exact path wins, then the longest path, then a method,
 * then most headers, then most query parameters. Filters are not carried out.
 */
final class RouteRules {
    private static final JsonNode EVERYTHING = JsonNodeFactory.instance.objectNode();
    private final BiFunction<String, Integer, Target> targets;

    RouteRules(BiFunction<String, Integer, Target> targets) {
        this.targets = targets;
    }

    private record Candidate(Rule rule, JsonNode match) {
        boolean exact() {
            return match.path("path").path("type").asText("").equals("Exact");
        }

        int pathLength() {
            return match.path("path").path("value").asText("/").length();
        }
    }

    List<Rule> of(JsonNode route) {
        List<Candidate> candidates = new ArrayList<>();
        int number = 0;
        for (JsonNode rule : route.path("spec").path("rules")) {
            List<Target> behind = new ArrayList<>();
            for (JsonNode backend : rule.path("backendRefs")) {
                behind.add(targets.apply(
                        backend.path("name").asText(), backend.path("weight").asInt(1)));
            }
            String id = "rule " + number++;
            List<JsonNode> matches = new ArrayList<>();
            rule.path("matches").forEach(matches::add);
            for (JsonNode match : matches.isEmpty() ? List.of(EVERYTHING) : matches) {
                Rule one = new Rule(id, request -> matches(match, request), List.of(), behind);
                candidates.add(new Candidate(one, match));
            }
        }
        candidates.sort(Comparator.comparing(Candidate::exact)
                .thenComparing(Candidate::pathLength)
                .thenComparing(candidate -> candidate.match.has("method"))
                .thenComparing(candidate -> candidate.match.path("headers").size())
                .thenComparing(candidate -> candidate.match.path("queryParams").size())
                .reversed());
        return candidates.stream().map(Candidate::rule).toList();
    }

    private static boolean matches(JsonNode match, RequestFacts request) {
        return path(match.path("path"), request.path())
                && (!match.has("method") || match.path("method").asText().equals(request.method()))
                && all(match.path("headers"), request.header())
                && all(match.path("queryParams"), request.query());
    }

    private static boolean path(JsonNode path, String requested) {
        String value = path.path("value").asText("/");
        String prefix = value.endsWith("/") ? value : value + "/";
        return switch (path.path("type").asText("PathPrefix")) {
            case "Exact" -> requested.equals(value);
            case "RegularExpression" -> requested.matches(value);
            default -> value.equals("/") || requested.equals(value) || requested.startsWith(prefix);
        };
    }

    private static boolean all(JsonNode wanted, Function<String, Optional<String>> actual) {
        for (JsonNode one : wanted) {
            String value = one.path("value").asText();
            boolean regex = one.path("type").asText("Exact").equals("RegularExpression");
            boolean met = actual.apply(one.path("name").asText())
                    .filter(sent -> regex ? sent.matches(value) : sent.equals(value))
                    .isPresent();
            if (!met) {
                return false;
            }
        }
        return true;
    }
}
