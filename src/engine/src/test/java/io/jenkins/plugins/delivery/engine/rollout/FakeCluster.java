package io.jenkins.plugins.delivery.engine.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.ApiResource;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Objects in memory, with the API server's preconditions; {@link FakeControllers} bring them to life. */
public final class FakeCluster implements Cluster {
    static final String NAMESPACE = "shop-prod";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final TreeMap<String, Stored> objects = new TreeMap<>();
    /** No object has version 1: an API server begins with it. */
    private long version = 1;

    /** An object as JSON, which is never changed, and as what callers see. */
    private record Stored(ObjectNode node, HasMetadata object) {}

    /** Another number after each change. */
    long version() {
        return version;
    }

    public FakeCluster copy() {
        FakeCluster copy = new FakeCluster();
        copy.objects.putAll(objects);
        copy.version = version;
        copy.denied.addAll(denied);
        return copy;
    }

    /** Keys, such as {@code Service/shop}, of objects whose fields somebody else manages. */
    final Set<String> foreign = new TreeSet<>();

    /** Rights that we do not have. */
    final Set<Access> denied = new TreeSet<>();

    /** Rights that were asked for. */
    final Set<Access> asked = new TreeSet<>();

    /** Asked before and after every call: {@code "before find Service"}; may throw. */
    Hook hook = (moment, verb, kind) -> {};

    /** Something that happens around a call. */
    interface Hook {
        void at(String moment, String verb, String kind);

        /** A right that an API server would have asked for. */
        default void uses(Access access) {}
    }

    @Override
    public String namespace() {
        return NAMESPACE;
    }

    @Override
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        uses("get", type);
        return call("find", type.getSimpleName(), () -> get(type, name));
    }

    @Override
    public Optional<HasMetadata> find(HasMetadata like) {
        uses("get", like);
        return call("find", like.getKind(), () -> Optional.ofNullable(objects.get(key(like)))
                .map(Stored::object)
                .filter(there -> group(there).equals(group(like))));
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels) {
        uses("list", type);
        return call("list", type.getSimpleName(), () -> all(type, object -> carries(object, labels)));
    }

    @Override
    public void apply(HasMetadata object, Optional<? extends HasMetadata> observed, boolean force) {
        ObjectNode bound = tree(object);
        ObjectNode metadata = (ObjectNode) bound.get("metadata");
        metadata.put("uid", observed.map(there -> there.getMetadata().getUid()).orElse(""));
        metadata.put(
                "resourceVersion",
                observed.map(there -> there.getMetadata().getResourceVersion()).orElse("1"));
        apply(Serialization.<HasMetadata>unmarshal(bound.toString()));
    }

    /**
     * Server-side apply with the preconditions that an API server takes from the object: any {@code resourceVersion} makes
     * what is not there, a {@code uid} does not.
     */
    void apply(HasMetadata object) {
        usesToApply(object);
        call("apply", object.getKind(), () -> {
            ObjectNode before = node(object);
            ObjectNode given = tree(object);
            String uid = object.getMetadata().getUid();
            if (before != null) {
                sameVersion(object, before);
            } else if (uid != null && !uid.isEmpty()) {
                throw new ClusterException(Kind.CONFLICT, key(object) + " is gone", null);
            }
            ((ObjectNode) given.get("metadata")).remove(List.of("uid", "resourceVersion"));
            return store(key(object), before, before == null ? given : merged(before.deepCopy(), given));
        });
    }

    @Override
    public HasMetadata check(HasMetadata object, boolean force) {
        usesToApply(object);
        return call("check", object.getKind(), () -> {
            if (!force && foreign.contains(key(object))) {
                throw new ClusterException(Kind.OWNED_BY_OTHERS, key(object) + " belongs to kubectl", null);
            }
            ObjectNode before = node(object);
            ObjectNode next = before == null ? tree(object) : merged(before.deepCopy(), tree(object));
            return Serialization.unmarshal(next.toString());
        });
    }

    @Override
    public ApiResource resource(HasMetadata like) {
        return call("discover", like.getKind(), () -> ApiResource.of(like));
    }

    @Override
    public boolean may(Access access) {
        return call("review", access.resource(), () -> {
            asked.add(access);
            return !denied.contains(access);
        });
    }

    @Override
    public void patch(HasMetadata observed, Map<String, ?> mergePatch) {
        uses("patch", observed);
        call("patch", observed.getKind(), () -> {
            ObjectNode before = existing(observed);
            sameVersion(observed, before);
            return store(key(observed), before, merged(before.deepCopy(), JSON.valueToTree(mergePatch)));
        });
    }

    @Override
    public void create(HasMetadata object) {
        uses("create", object);
        call("create", object.getKind(), () -> {
            if (objects.containsKey(key(object))) {
                throw new ClusterException(Kind.CONFLICT, key(object) + " is there already", null);
            }
            return store(key(object), null, tree(object));
        });
    }

    @Override
    public void replace(HasMetadata object) {
        uses("update", object);
        call("replace", object.getKind(), () -> {
            ObjectNode before = existing(object);
            sameVersion(object, before);
            ObjectNode next = tree(object);
            if (before.has("status")) {
                next.set("status", before.get("status"));
            }
            return store(key(object), before, next);
        });
    }

    @Override
    public void delete(HasMetadata object) {
        uses("delete", object);
        call("delete", object.getKind(), () -> {
            ObjectNode before = node(object);
            if (before != null) {
                sameVersion(object, before);
            }
            version++;
            return objects.remove(key(object));
        });
    }

    @Override
    public String log(String pod, String container, int lines, boolean previous) {
        hook.uses(Access.to("get", "", "pods/log"));
        return "boom";
    }

    private void uses(String verb, Class<? extends HasMetadata> type) {
        hook.uses(Access.to(verb, HasMetadata.getGroup(type), HasMetadata.getPlural(type)));
    }

    private void uses(String verb, HasMetadata like) {
        hook.uses(ApiResource.of(like).to(verb));
    }

    /** What is not there yet is created by applying it. */
    private void usesToApply(HasMetadata object) {
        uses("patch", object);
        if (!objects.containsKey(key(object))) {
            uses("create", object);
        }
    }

    /** What only controllers do; never fails. */
    public void put(HasMetadata object) {
        store(key(object), node(object), tree(object));
    }

    void remove(HasMetadata object) {
        version++;
        objects.remove(key(object));
    }

    <T extends HasMetadata> Optional<T> get(Class<T> type, String name) {
        return all(type, object -> object.getMetadata().getName().equals(name)).stream()
                .findFirst();
    }

    <T extends HasMetadata> List<T> all(Class<T> type, Predicate<HasMetadata> which) {
        List<T> found = new ArrayList<>();
        for (Stored stored : objects.values()) {
            if (type.isInstance(stored.object()) && which.test(stored.object())) {
                found.add(type.cast(stored.object()));
            }
        }
        return found;
    }

    /** Everything but what changes by itself, to compare two clusters. */
    String fingerprint() {
        StringBuilder text = new StringBuilder();
        objects.forEach((key, stored) -> {
            ObjectNode copy = stored.node().deepCopy();
            ((ObjectNode) copy.get("metadata")).remove(List.of("resourceVersion", "uid", "generation"));
            copy.remove("status");
            if (!copy.path("kind").asText().matches("Lease|Pod|EndpointSlice")) {
                text.append(key).append(' ').append(copy).append('\n');
            }
        });
        return text.toString();
    }

    private <T> T call(String verb, String kind, java.util.function.Supplier<T> call) {
        hook.at("before", verb, kind);
        T result = call.get();
        hook.at("after", verb, kind);
        return result;
    }

    private Object store(String key, ObjectNode before, ObjectNode next) {
        ObjectNode metadata = (ObjectNode) next.get("metadata");
        metadata.put("resourceVersion", String.valueOf(++version));
        metadata.put(
                "uid",
                before == null
                        ? "uid-" + version
                        : before.path("metadata").path("uid").asText());
        long generation =
                before == null ? 0 : before.path("metadata").path("generation").asLong();
        boolean changed = before == null || !before.path("spec").equals(next.path("spec"));
        metadata.put("generation", changed ? generation + 1 : generation);
        objects.put(key, new Stored(next, Serialization.unmarshal(next.toString())));
        return null;
    }

    private ObjectNode existing(HasMetadata object) {
        ObjectNode before = node(object);
        if (before == null) {
            throw new ClusterException(Kind.NOT_FOUND, key(object) + " is not there", null);
        }
        return before;
    }

    private static void sameVersion(HasMetadata object, ObjectNode before) {
        String expected = object.getMetadata().getResourceVersion();
        if (expected != null
                && !expected.equals(
                        before.path("metadata").path("resourceVersion").asText())) {
            throw new ClusterException(Kind.CONFLICT, key(object) + " has changed", null);
        }
    }

    private static ObjectNode merged(ObjectNode into, JsonNode patch) {
        patch.fields().forEachRemaining(field -> {
            if (field.getValue() instanceof ObjectNode && into.get(field.getKey()) instanceof ObjectNode there) {
                merged(there, field.getValue());
            } else if (field.getValue().isNull()) {
                into.remove(field.getKey());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
        return into;
    }

    private static boolean carries(HasMetadata object, Map<String, String> labels) {
        Map<String, String> own = object.getMetadata().getLabels();
        return labels.isEmpty() || own != null && own.entrySet().containsAll(labels.entrySet());
    }

    /** Two groups may have a kind of the same name. */
    private static String group(HasMetadata object) {
        String version = object.getApiVersion();
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    private static ObjectNode tree(HasMetadata object) {
        try {
            return (ObjectNode) JSON.readTree(Serialization.asJson(object));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode node(HasMetadata object) {
        Stored stored = objects.get(key(object));
        return stored == null ? null : stored.node();
    }
}
