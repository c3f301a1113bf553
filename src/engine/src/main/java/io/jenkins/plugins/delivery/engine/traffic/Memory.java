package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a router notes on the object that it writes, so that any later process knows what is ours and how it was before.
 *
 * @param weight percent for the canary that was written last
 * @param match users of the canary that were written last
 * @param before weights before the first write, one entry for each rule that leads to the application
 * @param text how something else was before the first write; empty where there is nothing
 */
record Memory(int weight, Match match, List<Weights> before, String text) {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * The weights of one rule.
     *
     * @param stable of the application's Service; null when it said none
     * @param canary of the canary's Service; null when it said none
     * @param both whether the rule led to the canary's Service at all
     */
    record Weights(Integer stable, Integer canary, boolean both) {
        static final Weights UNKNOWN = new Weights(null, null, false);
    }

    Memory {
        before = before == null ? List.of() : List.copyOf(before);
        match = match == null ? Match.NONE : match;
        text = text == null ? "" : text;
    }

    Weights before(int rule) {
        return rule < before.size() ? before.get(rule) : Weights.UNKNOWN;
    }

    Memory writing(Route route) {
        return new Memory(route.weight(), route.match(), before, text);
    }

    boolean says(Route route) {
        return weight == route.weight() && match.equals(route.match());
    }

    static String key(String app) {
        return "delivery.jenkins.io/route-of-" + app;
    }

    /** Where a merge patch is kept that brings the object back to how it was, for a person or a guardian. */
    static String restoreKey(String app) {
        return "delivery.jenkins.io/restore-" + app;
    }

    /** What is noted on an object; a note that nobody can read is none. */
    static Optional<Memory> on(ObjectNode object, String app) {
        String note = object.path("metadata").path("annotations").path(key(app)).asText("");
        try {
            return note.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(note, Memory.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    void writeTo(ObjectNode object, String app) {
        annotations(object).put(key(app), JSON.valueToTree(this).toString());
    }

    static ObjectNode annotations(ObjectNode object) {
        return object.withObjectProperty("metadata").withObjectProperty("annotations");
    }

    static void erase(ObjectNode object, String app) {
        if (object.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(List.of(key(app), restoreKey(app)));
        }
    }
}
