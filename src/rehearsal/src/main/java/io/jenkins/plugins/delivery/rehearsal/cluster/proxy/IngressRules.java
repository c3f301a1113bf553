package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * What an Ingress says, together with the canary Ingress for the same host and path.
 *
 * <p>Source: the annotations of ingress-nginx ({@code canary}, {@code canary-weight}, {@code canary-by-header}, …):
 * header goes before cookie before weight.
 */
final class IngressRules {
    private static final String PREFIX = "nginx.ingress.kubernetes.io/";

    private final List<Ingress> canaries;
    /** The pods behind a Service: name and weight to target. */
    private final BiFunction<String, Integer, Target> targets;

    IngressRules(List<Ingress> all, BiFunction<String, Integer, Target> targets) {
        this.canaries = all.stream().filter(IngressRules::isCanary).toList();
        this.targets = targets;
    }

    static boolean isCanary(Ingress ingress) {
        return annotation(ingress, "canary").filter("true"::equals).isPresent();
    }

    private static Optional<String> annotation(Ingress ingress, String name) {
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        return annotations == null ? Optional.empty() : Optional.ofNullable(annotations.get(PREFIX + name));
    }

    List<Rule> of(Ingress ingress) {
        List<Rule> rules = new ArrayList<>();
        List<Place> places = new ArrayList<>(places(ingress));
        places.sort(Comparator.comparing(Place::exact).reversed().thenComparing(place -> -place.path.length()));
        for (Place place : places) {
            rules.add(rule(ingress, place));
        }
        IngressBackend otherwise = ingress.getSpec().getDefaultBackend();
        if (otherwise != null && otherwise.getService() != null) {
            Target target = targets.apply(otherwise.getService().getName(), 1);
            rules.add(new Rule("default", request -> true, List.of(), List.of(target)));
        }
        return rules;
    }

    private record Place(String host, String path, boolean exact, String service) {
        boolean matches(String requested) {
            String prefix = path.endsWith("/") ? path : path + "/";
            return requested.equals(path) || !exact && (requested.startsWith(prefix) || path.equals("/"));
        }

        boolean same(Place other) {
            return Objects.equals(host, other.host) && path.equals(other.path);
        }
    }

    private static List<Place> places(Ingress ingress) {
        List<Place> places = new ArrayList<>();
        for (IngressRule rule : ingress.getSpec().getRules()) {
            if (rule.getHttp() != null) {
                for (HTTPIngressPath path : rule.getHttp().getPaths()) {
                    if (path.getBackend().getService() != null) {
                        places.add(new Place(
                                rule.getHost(),
                                path.getPath() == null ? "/" : path.getPath(),
                                "Exact".equals(path.getPathType()),
                                path.getBackend().getService().getName()));
                    }
                }
            }
        }
        return places;
    }

    private Rule rule(Ingress ingress, Place place) {
        String id = place.host + place.path;
        for (Ingress canary : canaries) {
            boolean sameNamespace = canary.getMetadata()
                    .getNamespace()
                    .equals(ingress.getMetadata().getNamespace());
            Optional<Place> same = places(canary).stream()
                    .filter(other -> sameNamespace && place.same(other))
                    .findFirst();
            if (same.isPresent()) {
                return split(id, place, same.get().service, canary);
            }
        }
        return new Rule(
                id, request -> place.matches(request.path()), List.of(), List.of(targets.apply(place.service, 1)));
    }

    private Rule split(String id, Place place, String canaryService, Ingress canary) {
        int total = number(canary, "canary-weight-total", 100);
        int weight = Math.max(0, Math.min(total, number(canary, "canary-weight", 0)));
        Target stable = targets.apply(place.service, total - weight);
        Target other = targets.apply(canaryService, weight);
        List<Rule.Chooser> choosers = List.of(byHeader(canary, stable, other), byCookie(canary, stable, other));
        return new Rule(id, request -> place.matches(request.path()), choosers, List.of(stable, other));
    }

    private static int number(Ingress ingress, String name, int otherwise) {
        try {
            return annotation(ingress, name)
                    .map(String::trim)
                    .map(Integer::parseInt)
                    .orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static Rule.Chooser byHeader(Ingress canary, Target stable, Target other) {
        Optional<String> name = annotation(canary, "canary-by-header");
        Optional<String> value = annotation(canary, "canary-by-header-value");
        Optional<Pattern> pattern =
                annotation(canary, "canary-by-header-pattern").map(Pattern::compile);
        return request -> {
            Optional<String> sent = name.flatMap(request.header());
            if (sent.isEmpty()) {
                return Optional.empty();
            }
            if (value.isPresent()) {
                return value.equals(sent) ? Optional.of(other) : Optional.empty();
            }
            if (pattern.isPresent()) {
                return pattern.get().matcher(sent.get()).find() ? Optional.of(other) : Optional.empty();
            }
            return alwaysOrNever(sent.get(), stable, other);
        };
    }

    private static Rule.Chooser byCookie(Ingress canary, Target stable, Target other) {
        Optional<String> name = annotation(canary, "canary-by-cookie");
        return request -> name.flatMap(request.cookie()).flatMap(sent -> alwaysOrNever(sent, stable, other));
    }

    private static Optional<Target> alwaysOrNever(String value, Target stable, Target other) {
        return switch (value) {
            case "always" -> Optional.of(other);
            case "never" -> Optional.of(stable);
            default -> Optional.empty();
        };
    }
}
