package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What an IngressRoute of Traefik says, and the weighted TraefikServices that it leads to: the route with the highest priority
 * wins, which is the length of its rule unless it says another. Middlewares and stickiness are not carried out.
 */
final class TraefikRules {
    private final Map<String, JsonNode> weighted;
    private final BiFunction<String, Integer, Target> targets;

    /** @param weighted the TraefikServices of the namespace by their name */
    TraefikRules(Map<String, JsonNode> weighted, BiFunction<String, Integer, Target> targets) {
        this.weighted = weighted;
        this.targets = targets;
    }

    private record Candidate(Rule rule, long priority) {}

    List<Rule> of(JsonNode route) {
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode one : route.path("spec").path("routes")) {
            candidate(one).ifPresent(candidates::add);
        }
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::priority).reversed())
                .map(Candidate::rule)
                .toList();
    }

    /** A rule that Traefik does not understand is met by nobody. */
    private Optional<Candidate> candidate(JsonNode route) {
        String rule = route.path("match").asText();
        long priority = route.path("priority").asLong(0);
        try {
            return Optional.of(new Candidate(
                    new Rule(rule, TraefikMatch.parse(rule), List.of(), targets(route.path("services"))),
                    priority == 0 ? rule.length() : priority));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a TraefikService by itself splits. */
    List<Rule> ofService(JsonNode service) {
        JsonNode services = service.path("spec").path("weighted").path("services");
        return List.of(new Rule("weighted", request -> true, List.of(), targets(services)));
    }

    private List<Target> targets(JsonNode services) {
        List<Target> all = new ArrayList<>();
        for (JsonNode service : services) {
            String name = service.path("name").asText();
            if (service.path("kind").asText("Service").equals("Service")) {
                all.add(targets.apply(name, service.path("weight").asInt(1)));
            } else if (weighted.containsKey(name)) {
                all.addAll(
                        targets(weighted.get(name).path("spec").path("weighted").path("services")));
            }
        }
        return all;
    }
}
