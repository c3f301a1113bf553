package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a VirtualService of Istio says: the first rule wins that has a match for the request. Hosts, gateways, mirrors, retries
 * and faults are not carried out.
 */
final class MeshRules {
    private final BiFunction<String, Integer, Target> targets;

    MeshRules(BiFunction<String, Integer, Target> targets) {
        this.targets = targets;
    }

    List<Rule> of(JsonNode service) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : service.path("spec").path("http")) {
            List<Target> behind = new ArrayList<>();
            int silent = rule.path("route").size() == 1 ? 1 : 0;
            for (JsonNode route : rule.path("route")) {
                String host = route.path("destination").path("host").asText();
                behind.add(targets.apply(
                        host.replaceAll("\\..*", ""), route.path("weight").asInt(silent)));
            }
            rules.add(new Rule("rule " + rules.size(), any(rule.path("match")), List.of(), behind));
        }
        return rules;
    }

    private static Predicate<RequestFacts> any(JsonNode matches) {
        return request -> {
            boolean met = matches.isEmpty();
            for (JsonNode match : matches) {
                met |= met(match, request);
            }
            return met;
        };
    }

    private static boolean met(JsonNode match, RequestFacts request) {
        return text(match.get("uri"), Optional.of(request.path()))
                && text(match.get("method"), Optional.of(request.method()))
                && all(match.path("headers"), request.header())
                && all(match.path("queryParams"), request.query());
    }

    private static boolean all(JsonNode wanted, Function<String, Optional<String>> actual) {
        return wanted.properties().stream().allMatch(one -> text(one.getValue(), actual.apply(one.getKey())));
    }

    private static boolean text(JsonNode wanted, Optional<String> actual) {
        if (wanted == null) {
            return true;
        }
        String text = actual.orElse(null);
        return text != null
                && (!wanted.has("exact") || text.equals(wanted.path("exact").asText()))
                && (!wanted.has("prefix")
                        || text.startsWith(wanted.path("prefix").asText()))
                && (!wanted.has("regex") || text.matches(wanted.path("regex").asText()));
    }
}
