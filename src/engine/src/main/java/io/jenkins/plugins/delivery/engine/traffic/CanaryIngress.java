package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The second Ingress that ingress-nginx takes for a canary: what it says, and when it would not be understood. */
final class CanaryIngress {
    private static final String PREFIX = "nginx.ingress.kubernetes.io/";
    private static final String CANARY = PREFIX + "canary";
    private static final String WEIGHT = PREFIX + "canary-weight";
    private static final String TOTAL = PREFIX + "canary-weight-total";
    private static final String HEADER = PREFIX + "canary-by-header";
    private static final String VALUE = PREFIX + "canary-by-header-value";
    private static final String COOKIE = PREFIX + "canary-by-cookie";
    /** An annotation that chooses the controller, from before there was {@code spec.ingressClassName}. */
    private static final String CLASS = "kubernetes.io/ingress.class";

    private CanaryIngress() {}

    static Optional<String> unfit(Ingress main, Route route) {
        String name = "Ingress '" + main.getMetadata().getName() + "'";
        if (backends(main).noneMatch(backend -> leadsTo(backend, route.app()))) {
            return Optional.of(
                    name + " has no path that leads to Service '" + route.app() + "', so there is nothing to split");
        }
        if (isCanary(main)) {
            return Optional.of(name + " is a canary itself; name the one that it belongs to with route:");
        }
        Match match = route.match();
        if (match.headers().size() > 1 || match.cookies().size() > 1) {
            return Optional.of(
                    "ingress-nginx looks at one header and one cookie at most, so it cannot tell " + match.words());
        }
        return match.cookies().values().stream().allMatch("always"::equals)
                ? Optional.empty()
                : Optional.of(
                        "ingress-nginx sends users to a canary whose cookie has the value 'always', so it cannot tell "
                                + match.words());
    }

    /** The sentence that refuses a second canary for the same host and path: ingress-nginx takes one, and not always ours. */
    static Optional<String> rival(Cluster cluster, Ingress main, Route route) {
        Set<String> places = places(main);
        return cluster.list(Ingress.class, Map.of()).stream()
                .filter(other ->
                        isCanary(other) && !other.getMetadata().getName().equals(route.canary()))
                .filter(other -> places(other).stream().anyMatch(places::contains))
                .findFirst()
                .map(other -> "Ingress '" + other.getMetadata().getName()
                        + "' is a canary for the same host and path as Ingress '"
                        + main.getMetadata().getName() + "', and ingress-nginx takes only one; remove it"
                        + Ownership.suspect(other));
    }

    static List<String> warnings(Ingress main) {
        List<String> warnings = new ArrayList<>();
        if ("cookie".equals(annotation(main, PREFIX + "affinity"))
                && !"legacy".equals(annotation(main, PREFIX + "affinity-canary-behavior"))) {
            warnings.add("Ingress '" + main.getMetadata().getName()
                    + "' keeps users on their pod by a cookie: those of before stay with stable, so that the canary gets"
                    + " less than its weight; affinity-canary-behavior: legacy lets the weight decide");
        }
        return warnings;
    }

    static Ingress of(Ingress main, Route route) {
        Ingress canary = new IngressBuilder(main)
                .withMetadata(metadata(main.getMetadata(), route))
                .withStatus(null)
                .build();
        backends(canary).filter(backend -> leadsTo(backend, route.app())).forEach(backend -> backend.getService()
                .setName(route.canary()));
        return canary;
    }

    private static ObjectMeta metadata(ObjectMeta main, Route route) {
        Map<String, String> annotations = new TreeMap<>(annotations(route));
        Optional.ofNullable(main.getAnnotations())
                .map(all -> all.get(CLASS))
                .ifPresent(name -> annotations.put(CLASS, name));
        return new ObjectMetaBuilder()
                .withName(route.canary())
                .withNamespace(main.getNamespace())
                .withLabels(Labels.with(Labels.with(null, Labels.NAME, route.app()), Labels.MANAGED_BY, Labels.US))
                .withAnnotations(annotations)
                .build();
    }

    /** The annotations by which a route is written; {@link #routes} tells which others have to go. */
    static Map<String, String> annotations(Route route) {
        Map<String, String> annotations = new TreeMap<>();
        annotations.put(CANARY, "true");
        annotations.put(WEIGHT, String.valueOf(route.weight()));
        route.match().headers().forEach((name, value) -> {
            annotations.put(HEADER, name);
            annotations.put(VALUE, value);
        });
        route.match().cookies().keySet().forEach(name -> annotations.put(COOKIE, name));
        annotations.put(Memory.key(route.app()), note(route));
        return annotations;
    }

    static boolean routes(String annotation) {
        return annotation.startsWith(CANARY);
    }

    /** Whether it says what a route demands. */
    static boolean says(Ingress canary, Route route) {
        Map<String, String> wanted = annotations(route);
        Map<String, String> actual = canary.getMetadata().getAnnotations();
        return actual != null
                && actual.entrySet().containsAll(wanted.entrySet())
                && actual.keySet().stream().filter(CanaryIngress::routes).allMatch(wanted::containsKey);
    }

    /** Whether a route is what we wrote last, whatever it says now. */
    static boolean wasWritten(Ingress canary, Route route) {
        return note(route).equals(annotation(canary, Memory.key(route.app())));
    }

    /** Percent of the requests that nobody chose; 0 for what is no weight. */
    static int weight(Ingress canary) {
        int weight = number(annotation(canary, WEIGHT), 0);
        int total = number(annotation(canary, TOTAL), 100);
        return !isCanary(canary) || total == 0 ? 0 : (int) Math.min(100, Math.round(100.0 * weight / total));
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    private static String note(Route route) {
        return route.weight() + " %"
                + (route.match().none() ? "" : ", " + route.match().words());
    }

    private static boolean isCanary(HasMetadata ingress) {
        return "true".equals(annotation(ingress, CANARY));
    }

    private static String annotation(HasMetadata object, String key) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(key, "");
    }

    private static boolean leadsTo(IngressBackend backend, String service) {
        return backend.getService() != null
                && service.equals(backend.getService().getName());
    }

    private static Stream<IngressBackend> backends(Ingress ingress) {
        return Stream.concat(
                Stream.ofNullable(ingress.getSpec().getDefaultBackend()),
                ingress.getSpec().getRules().stream()
                        .filter(rule -> rule.getHttp() != null)
                        .flatMap(rule -> rule.getHttp().getPaths().stream())
                        .map(path -> path.getBackend()));
    }

    private static Set<String> places(Ingress ingress) {
        return ingress.getSpec().getRules().stream()
                .filter(rule -> rule.getHttp() != null)
                .flatMap(rule -> rule.getHttp().getPaths().stream()
                        .map(path -> rule.getHost() + " " + (path.getPath() == null ? "/" : path.getPath())))
                .collect(Collectors.toSet());
    }
}
