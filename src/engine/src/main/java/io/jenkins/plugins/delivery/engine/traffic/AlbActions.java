package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forward actions that an Ingress keeps as JSON in annotations, laid open as rules: {@link #open} adds them to the
 * object, {@link #close} writes back those that changed. Chosen users need paths besides: {@link AlbUsers}.
 *
 * @see <a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions">actions</a>
 */
final class AlbActions implements RuleFormat {
    static final String PREFIX = "alb.ingress.kubernetes.io/";
    static final String ACTION = PREFIX + "actions.";

    private static final String OPENED = "opened";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A copy with a rule for each forward action: its name and its configuration. */
    static ObjectNode open(ObjectNode ingress) {
        ObjectNode opened = ingress.deepCopy();
        ArrayNode rules = opened.putArray(OPENED);
        ingress.path("metadata").path("annotations").properties().forEach(annotation -> {
            if (annotation.getKey().startsWith(ACTION)) {
                parsed(annotation.getValue().asText())
                        .filter(action -> action.path("forwardConfig").path("targetGroups") instanceof ArrayNode)
                        .ifPresent(action -> rules.addObject()
                                .put("key", annotation.getKey())
                                .set("action", action));
            }
        });
        return opened;
    }

    /** The object again, with the text of those annotations that say something else than before. */
    static ObjectNode close(ObjectNode opened) {
        ObjectNode closed = opened.deepCopy();
        JsonNode rules = closed.remove(OPENED);
        ObjectNode annotations = Memory.annotations(closed);
        for (JsonNode rule : rules) {
            String key = rule.path("key").asText();
            boolean same = parsed(annotations.path(key).asText())
                    .filter(rule.get("action")::equals)
                    .isPresent();
            if (!same) {
                annotations.put(key, rule.get("action").toString());
            }
        }
        return closed;
    }

    /** The texts of the actions that lead to an application, to be written back as they were. */
    String texts(ObjectNode ingress, String app) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        for (String action : leadingTo(ingress, app)) {
            texts.set(
                    ACTION + action,
                    ingress.path("metadata").path("annotations").get(ACTION + action));
        }
        return texts.toString();
    }

    /** Writes back texts that mean the same as what is there. */
    static void restore(ObjectNode ingress, String texts) {
        ObjectNode annotations = Memory.annotations(ingress);
        parsed(texts).ifPresent(all -> all.properties().forEach(text -> {
            Optional<JsonNode> now = parsed(annotations.path(text.getKey()).asText());
            if (now.isPresent() && now.equals(parsed(text.getValue().asText()))) {
                annotations.set(text.getKey(), text.getValue());
            }
        }));
    }

    /** Names of the actions with a target group that is the application's Service. */
    List<String> leadingTo(ObjectNode ingress, String app) {
        List<String> names = new ArrayList<>();
        for (JsonNode rule : open(ingress).path(OPENED)) {
            for (JsonNode group : backends((ObjectNode) rule).orElseThrow()) {
                if (group.path("serviceName").asText().equals(app)) {
                    names.add(rule.path("key").asText().substring(ACTION.length()));
                }
            }
        }
        return names;
    }

    /** The same action with the canary as its only target. */
    static String forwardTo(String action, String canary) {
        ObjectNode next = (ObjectNode) parsed(action).orElseThrow();
        ArrayNode groups = (ArrayNode) next.path("forwardConfig").path("targetGroups");
        for (JsonNode group : groups.deepCopy()) {
            if (group.path("serviceName").asText().equals(canary)) {
                groups.removeAll().add(((ObjectNode) group).put("weight", 100));
            }
        }
        return next.toString();
    }

    /** The conditions that an annotation holds; none when it is not there. */
    static ArrayNode conditions(String text) {
        return parsed(text)
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ArrayNode> rules(ObjectNode opened) {
        return Optional.of((ArrayNode) opened.get(OPENED));
    }

    @Override
    public Optional<ArrayNode> backends(ObjectNode rule) {
        return RuleFormat.list(rule.path("action").path("forwardConfig").path("targetGroups"));
    }

    @Override
    public String service(ObjectNode backend) {
        return backend.path("serviceName").asText();
    }

    @Override
    public void lead(ObjectNode backend, Route route) {
        backend.put("serviceName", route.canary());
    }
}
