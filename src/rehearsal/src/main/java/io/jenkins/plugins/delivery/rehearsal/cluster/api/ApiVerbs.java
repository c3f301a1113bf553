package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Carries out a call. */
final class ApiVerbs {
    /** What is answered: JSON, or plain text when {@code text} is not null. */
    record Answer(int code, JsonNode json, String text) {
        static Answer of(int code, JsonNode json) {
            return new Answer(code, json, "");
        }
    }

    private final ObjectStore store;
    private final Machinery machinery;
    private final PodLogs logs;

    ApiVerbs(ObjectStore store, Machinery machinery, PodLogs logs) {
        this.store = store;
        this.machinery = machinery;
        this.logs = logs;
    }

    Answer carryOut(ApiCall call) {
        return switch (call.subresource()) {
            case "", "status" -> object(call);
            case "scale" -> scale(call);
            case "log" -> log(call);
            case "eviction" ->
                Answer.of(201, machinery.delete(call.key(), JsonNodeFactory.instance.objectNode(), false));
            case "finalize" -> Answer.of(200, machinery.get(call.key()));
            default ->
                throw new ApiException(
                        501,
                        "NotImplemented",
                        "the embedded cluster has no " + call.subresource() + " of "
                                + call.type().plural());
        };
    }

    private Answer object(ApiCall call) {
        return switch (call.verb()) {
            case GET -> Answer.of(200, machinery.get(call.key()));
            case LIST, WATCH -> Answer.of(200, list(call));
            case CREATE ->
                Answer.of(201, machinery.create(call.key(), Json.parseObject(call.body()), call.writeOptions()));
            case UPDATE -> Answer.of(200, update(call));
            case PATCH -> patch(call);
            case DELETE -> Answer.of(200, call.name().isEmpty() ? deleteAll(call) : delete(call));
        };
    }

    private ObjectNode list(ApiCall call) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", call.type().kind() + "List")
                .put("apiVersion", call.type().apiVersion());
        Predicate<JsonNode> selected = selected(call);
        synchronized (store) {
            list.putObject("metadata").put("resourceVersion", Long.toString(store.revision()));
            ArrayNode items = list.putArray("items");
            store.list(call.type(), call.namespace()).stream().filter(selected).forEach(items::add);
        }
        return list;
    }

    static Predicate<JsonNode> selected(ApiCall call) {
        Predicate<JsonNode> selected =
                Selector.labels(call.parameter("labelSelector")).and(Selector.fields(call.parameter("fieldSelector")));
        return call.name().isEmpty()
                ? selected
                : selected.and(
                        object -> object.path("metadata").path("name").asText().equals(call.name()));
    }

    private ObjectNode update(ApiCall call) {
        ObjectNode given = Json.parseObject(call.body());
        return machinery.modify(call.key(), call.writeOptions(), live -> given);
    }

    private Answer patch(ApiCall call) {
        if (call.isApply()) {
            boolean existed = store.get(call.key()).isPresent();
            ObjectNode result = machinery.apply(call.key(), Json.parseObject(call.body()), call.writeOptions());
            return Answer.of(existed ? 200 : 201, result);
        }
        return Answer.of(200, machinery.modify(call.key(), call.writeOptions(), patchOf(call)));
    }

    private static UnaryOperator<ObjectNode> patchOf(ApiCall call) {
        String type = call.contentType().replaceAll(";.*", "").trim();
        JsonNode patch = Json.parse(call.body());
        return switch (type) {
            case "application/json-patch+json" -> live -> Patches.json(live, patch);
            case "application/merge-patch+json" -> live -> Patches.merge(live, patch);
            case "application/strategic-merge-patch+json" -> live -> Patches.strategic(live, patch);
            default ->
                throw new ApiException(
                        415, "UnsupportedMediaType", "the body of the request was in an unknown format: " + type);
        };
    }

    private ObjectNode delete(ApiCall call) {
        ObjectNode deleted = machinery.delete(
                call.key(), deleteOptions(call), call.writeOptions().dryRun());
        orphan(call, deleted);
        return deleted;
    }

    /** With the policy Orphan the dependents stay, and no longer know their owner. */
    private void orphan(ApiCall call, ObjectNode owner) {
        boolean orphans = deleteOptions(call)
                .path("propagationPolicy")
                .asText(call.parameter("propagationPolicy"))
                .equals("Orphan");
        if (!orphans || call.writeOptions().dryRun()) {
            return;
        }
        JsonNode uid = owner.path("metadata").path("uid");
        for (ObjectKey key : store.keys()) {
            boolean dependent = store.get(key)
                    .filter(object -> object.path("metadata")
                            .path("ownerReferences")
                            .findValues("uid")
                            .contains(uid))
                    .isPresent();
            if (dependent) {
                machinery.modify(key, WriteOptions.of("garbage-collector"), live -> withoutOwner(live, uid));
            }
        }
    }

    private static ObjectNode withoutOwner(ObjectNode object, JsonNode uid) {
        ArrayNode owners = (ArrayNode) object.path("metadata").path("ownerReferences");
        for (int i = owners.size() - 1; i >= 0; i--) {
            if (owners.get(i).path("uid").equals(uid)) {
                owners.remove(i);
            }
        }
        return object;
    }

    private ObjectNode deleteAll(ApiCall call) {
        ObjectNode list = list(call);
        for (JsonNode item : list.path("items")) {
            JsonNode metadata = item.path("metadata");
            machinery.delete(
                    new ObjectKey(
                            call.type(),
                            metadata.path("namespace").asText(""),
                            metadata.path("name").asText()),
                    deleteOptions(call),
                    call.writeOptions().dryRun());
        }
        return list;
    }

    private static JsonNode deleteOptions(ApiCall call) {
        ObjectNode options =
                call.body().isBlank() ? JsonNodeFactory.instance.objectNode() : Json.parseObject(call.body());
        String grace = call.parameter("gracePeriodSeconds");
        return grace.isEmpty() ? options : options.put("gracePeriodSeconds", Integer.parseInt(grace));
    }

    private Answer scale(ApiCall call) {
        if (!List.of("Deployment", "ReplicaSet", "StatefulSet")
                .contains(call.type().kind())) {
            throw new ApiException(404, "NotFound", "the server could not find the requested resource");
        }
        if (call.verb() == Verb.GET) {
            return Answer.of(200, scaleOf(machinery.get(call.key())));
        }
        WriteOptions options = call.writeOptions();
        ObjectNode result = machinery.modify(call.key(), options, live -> {
            ObjectNode scale = scaleOf(live);
            ObjectNode wanted = call.verb() == Verb.UPDATE
                    ? Json.parseObject(call.body())
                    : patchOf(call).apply(scale);
            live.withObjectProperty("spec")
                    .put("replicas", wanted.path("spec").path("replicas").asInt());
            String version = wanted.path("metadata").path("resourceVersion").asText("");
            if (!version.isEmpty()) {
                ObjectStore.metadata(live).put("resourceVersion", version);
            }
            return live;
        });
        return Answer.of(200, scaleOf(result));
    }

    private static ObjectNode scaleOf(ObjectNode object) {
        ObjectNode scale = JsonNodeFactory.instance.objectNode();
        scale.put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            metadata.set(field, object.path("metadata").path(field));
        }
        scale.putObject("spec").set("replicas", object.path("spec").path("replicas"));
        scale.putObject("status")
                .put("replicas", object.path("status").path("replicas").asInt());
        return scale;
    }

    private Answer log(ApiCall call) {
        machinery.get(call.key());
        String lines = call.parameter("tailLines");
        String text = logs.read(
                        call.namespace(),
                        call.name(),
                        call.flag("previous"),
                        lines.isEmpty() ? -1 : Integer.parseInt(lines))
                .orElseThrow(
                        () -> ApiException.badRequest("container in pod \"" + call.name() + "\" is waiting to start"
                                + (call.flag("previous") ? ": previous terminated container not found" : "")));
        return new Answer(200, JsonNodeFactory.instance.missingNode(), text);
    }
}
