package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Splits at an Ingress for an Application Load Balancer of AWS, by the weights in the JSON of its forward actions. */
final class AlbRouter extends ObjectRouter {
    private static final ApiKind INGRESS =
            new ApiKind("networking.k8s.io/v1", "Ingress", "ingresses.networking.k8s.io");
    /** The controller reconciles, then the load balancer's nodes learn: some seconds, which no status tells of. */
    private static final Duration PROPAGATION = Duration.ofSeconds(15);

    private final AlbActions actions = new AlbActions();
    private final WeightedRules rules = new WeightedRules(actions);

    @Override
    public String name() {
        return "alb";
    }

    @Override
    List<ApiKind> kinds() {
        return List.of(INGRESS);
    }

    @Override
    String field() {
        return "/metadata/annotations";
    }

    @Override
    public Duration propagation() {
        return PROPAGATION;
    }

    @Override
    Optional<String> unfit(RoutedObject object, Route route) {
        RoutedObject opened = new RoutedObject(object.object(), object.kind(), AlbActions.open(object.tree()));
        List<String> names = actions.leadingTo(object.tree(), route.app());
        if (names.isEmpty()) {
            return Optional.of(object.words() + " has no annotation " + AlbActions.ACTION
                    + "<name> that forwards to Service '" + route.app() + "'; write"
                    + " {\"type\":\"forward\",\"forwardConfig\":{\"targetGroups\":[{\"serviceName\":\"" + route.app()
                    + "\",\"servicePort\":80}]}} there, and lead a path to service <name>, port use-annotation");
        }
        if (!users(object.tree().deepCopy(), route).reachable()) {
            return Optional.of(object.words() + " has no path whose backend is service '" + names.get(0)
                    + "' with port use-annotation, so its action is never taken");
        }
        return rules.unfit(opened, route).or(() -> AlbUsers.unfit(route.match()));
    }

    @Override
    Memory remember(ObjectNode object, Route route) {
        Memory weights = rules.remember(AlbActions.open(object), route);
        return new Memory(0, Match.NONE, weights.before(), actions.texts(object, route.app()));
    }

    @Override
    ObjectNode routed(ObjectNode object, Route route, Memory memory) {
        ObjectNode next = shares(object, route, memory, true);
        if (!route.match().none()) {
            users(next, route).add();
        }
        return next;
    }

    @Override
    ObjectNode original(ObjectNode object, Route route, Memory memory) {
        ObjectNode next = shares(object, route, memory, false);
        AlbActions.restore(next, memory.text());
        return next;
    }

    @Override
    int weight(ObjectNode object, Route route) {
        return rules.weight(AlbActions.open(object), route);
    }

    private ObjectNode shares(ObjectNode object, Route route, Memory memory, boolean split) {
        ObjectNode bare = object.deepCopy();
        if (!memory.match().none()) {
            users(bare, route).remove();
        }
        ObjectNode opened = AlbActions.open(bare);
        Route weights = route.matching(Match.NONE);
        return AlbActions.close(
                split ? rules.routed(opened, weights, memory) : rules.original(opened, weights, memory));
    }

    private AlbUsers users(ObjectNode object, Route route) {
        return new AlbUsers(object, actions.leadingTo(object, route.app()), route);
    }
}
