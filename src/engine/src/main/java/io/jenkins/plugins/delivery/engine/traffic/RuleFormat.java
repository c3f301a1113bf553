package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** How a kind of object writes rules that lead to Services by weight. Nodes that are given out may be changed. */
interface RuleFormat {
    /** The rules, in the list that they stand in; none when the object does not say any. */
    Optional<ArrayNode> rules(ObjectNode object);

    /** Where a rule leads to; empty for a rule that leads to nothing that has a weight. */
    Optional<ArrayNode> backends(ObjectNode rule);

    /** The Service in our own namespace that a backend is; empty text for anything else. */
    String service(ObjectNode backend);

    /** Makes a backend lead to the canary instead of the application. */
    default void lead(ObjectNode backend, Route route) {
        backend.put("name", route.canary());
    }

    /** What a backend gets that says no weight, as one of several. */
    default int weightWhenSilent() {
        return 1;
    }

    /** Why no rule can be made of this one that only chosen users meet. */
    default Optional<String> unfitForUsers(ObjectNode rule, Match match) {
        return Optional.empty();
    }

    /** Rules like this one that only chosen users meet: they will stand before it. */
    default List<ObjectNode> forUsers(ObjectNode rule, Match match) {
        return List.of();
    }

    /** Whether a rule is met only by chosen users. */
    default boolean isForUsers(ObjectNode rule, Match match) {
        return false;
    }

    /** A node as a list, if it is one. */
    static Optional<ArrayNode> list(JsonNode node) {
        return node instanceof ArrayNode list ? Optional.of(list) : Optional.empty();
    }
}
