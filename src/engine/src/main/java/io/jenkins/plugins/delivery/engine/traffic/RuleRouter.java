package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An {@link ObjectRouter} for objects whose rules lead to Services by weight. */
abstract class RuleRouter extends ObjectRouter {
    /** How an object writes its rules. */
    abstract RuleFormat format(ObjectNode object);

    @Override
    Optional<String> unfit(RoutedObject object, Route route) {
        return rules(object.tree()).unfit(object, route);
    }

    @Override
    Memory remember(ObjectNode object, Route route) {
        return rules(object).remember(object, route);
    }

    @Override
    ObjectNode routed(ObjectNode object, Route route, Memory memory) {
        return rules(object).routed(object, route, memory);
    }

    @Override
    ObjectNode original(ObjectNode object, Route route, Memory memory) {
        return rules(object).original(object, route, memory);
    }

    @Override
    int weight(ObjectNode object, Route route) {
        return rules(object).weight(object, route);
    }

    /** The namespace of an object; a manifest may leave it out. */
    static String namespace(ObjectNode object) {
        return object.path("metadata").path("namespace").asText("");
    }

    private WeightedRules rules(ObjectNode object) {
        return new WeightedRules(format(object));
    }
}
