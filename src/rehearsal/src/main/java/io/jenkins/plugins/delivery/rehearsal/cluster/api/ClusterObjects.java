package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The objects of the cluster for the controllers in this process: typed, without a detour over HTTP. Thread-safe. */
public final class ClusterObjects {
    private final ObjectStore store;
    private final ResourceTypes types;
    private final Machinery machinery;
    /** The typed form of what was read last, by uid, for as long as the resourceVersion is the same. */
    private final Map<String, HasMetadata> typed = new ConcurrentHashMap<>();

    ClusterObjects(ObjectStore store, ResourceTypes types, Machinery machinery) {
        this.store = store;
        this.types = types;
        this.machinery = machinery;
        store.listen(change -> {
            if (change.type() == Change.Type.DELETED) {
                typed.remove(uid(change.object()));
            }
        });
    }

    /** All of a type in all namespaces; to be read only. */
    public <T extends HasMetadata> List<T> list(Class<T> type) {
        return store.list(typeOf(type), "").stream()
                .map(node -> read(type, node))
                .toList();
    }

    /** To be read only. */
    public <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name) {
        return store.get(new ObjectKey(typeOf(type), namespace, name)).map(node -> read(type, node));
    }

    /** Whether the object still exists as the very same one. */
    public boolean exists(String apiVersion, String kind, String namespace, String name, String uid) {
        return types.byKind(apiVersion, kind)
                .flatMap(type -> store.get(new ObjectKey(type, type.namespaced() ? namespace : "", name)))
                .filter(node -> node.path("metadata").path("uid").asText().equals(uid))
                .isPresent();
    }

    /** Every object as it is stored; to be read only. */
    public List<JsonNode> all() {
        return store.keys().stream()
                .map(store::get)
                .flatMap(Optional::stream)
                .map(JsonNode.class::cast)
                .toList();
    }

    public void create(String manager, HasMetadata object) {
        machinery.create(keyOf(object), nodeOf(object), WriteOptions.of(manager));
    }

    /** Applies a manifest as {@code kubectl apply --server-side --force-conflicts} does. */
    public void apply(String manager, HasMetadata object) {
        machinery.apply(keyOf(object), nodeOf(object), new WriteOptions(manager, false, true, ""));
    }

    /** Changes the object as it is now; nothing happens when it is gone. */
    public <T extends HasMetadata> void modify(String manager, T object, UnaryOperator<T> change) {
        write(WriteOptions.of(manager), object, change);
    }

    /** Changes the status of the object as it is now; nothing happens when it is gone. */
    public <T extends HasMetadata> void modifyStatus(String manager, T object, UnaryOperator<T> change) {
        write(WriteOptions.status(manager), object, change);
    }

    /**
     * Changes the status of an object to what its controller found. Nothing happens when its specification has changed since
     * it was {@code observed}: what was found then says nothing about it, and the change brings its controller back.
     */
    public <T extends HasMetadata> void publishStatus(String manager, T observed, UnaryOperator<T> change) {
        Long generation = observed.getMetadata().getGeneration();
        modifyStatus(
                manager,
                observed,
                live -> Objects.equals(generation, live.getMetadata().getGeneration()) ? change.apply(live) : live);
    }

    @SuppressWarnings("unchecked")
    private <T extends HasMetadata> void write(WriteOptions options, T object, UnaryOperator<T> change) {
        ObjectKey key = keyOf(object);
        synchronized (store) {
            Optional<ObjectNode> live = store.get(key);
            if (live.isPresent() && uid(live.get()).equals(object.getMetadata().getUid())) {
                machinery.modify(key, options, node -> nodeOf(change.apply((T) Json.to(object.getClass(), node))));
            }
        }
    }

    private static String uid(JsonNode node) {
        return node.path("metadata").path("uid").asText();
    }

    /** Deletes; a pod is only marked, and gone once {@link #remove} says so. Nothing happens when it is gone. */
    public void delete(HasMetadata object) {
        delete(object, JsonNodeFactory.instance.objectNode());
    }

    /** Removes a pod whose process has ended. */
    public void remove(HasMetadata object) {
        delete(object, JsonNodeFactory.instance.objectNode().put("gracePeriodSeconds", 0));
    }

    /** Deletes an object of any type, as {@link #all} gives it. */
    public void delete(JsonNode object) {
        delete(Json.to(io.fabric8.kubernetes.api.model.GenericKubernetesResource.class, object));
    }

    private void delete(HasMetadata object, ObjectNode options) {
        synchronized (store) {
            ObjectKey key = keyOf(object);
            if (store.get(key)
                    .filter(live -> uid(live).equals(object.getMetadata().getUid()))
                    .isPresent()) {
                machinery.delete(key, options, false);
            }
        }
    }

    /** Hears of each change, in order; must be quick and must not write. */
    public void listen(Consumer<Change> listener) {
        store.listen(listener);
    }

    @SuppressWarnings("unchecked")
    private <T extends HasMetadata> T read(Class<T> type, ObjectNode node) {
        String version = node.path("metadata").path("resourceVersion").asText();
        return (T) typed.compute(
                uid(node),
                (uid, known) ->
                        known != null && version.equals(known.getMetadata().getResourceVersion())
                                ? known
                                : Json.to(type, node));
    }

    private ResourceType typeOf(Class<? extends HasMetadata> type) {
        return types.byKind(HasMetadata.getApiVersion(type), HasMetadata.getKind(type))
                .orElseThrow(() -> new IllegalArgumentException("Not served: " + type.getName()));
    }

    private ObjectKey keyOf(HasMetadata object) {
        ResourceType type = types.byKind(object.getApiVersion(), object.getKind())
                .orElseThrow(() -> new ApiException(
                        404,
                        "NotFound",
                        "the server could not find the requested resource: " + object.getApiVersion() + " "
                                + object.getKind()));
        String namespace = object.getMetadata().getNamespace();
        return new ObjectKey(
                type,
                type.namespaced() && namespace != null ? namespace : "",
                object.getMetadata().getName());
    }

    private static ObjectNode nodeOf(HasMetadata object) {
        return Json.toNode(object);
    }
}
