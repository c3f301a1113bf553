package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Create, update, patch, apply and delete with the meaning that Kubernetes gives them, each write as one transaction. */
final class Machinery {
    private static final List<String> KEPT =
            List.of("uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation");

    private final ObjectStore store;
    private final ResourceTypes types;
    private final Clock clock;
    private final Consumer<ObjectNode> admission;

    /** {@code admission} completes each object that is written, before it is checked. */
    Machinery(ObjectStore store, ResourceTypes types, Clock clock, Consumer<ObjectNode> admission) {
        this.admission = admission;
        this.store = store;
        this.types = types;
        this.clock = clock;
    }

    ObjectNode get(ObjectKey key) {
        return store.get(key).orElseThrow(() -> ApiException.notFound(key.type(), key.name()));
    }

    ObjectNode create(ObjectKey at, ObjectNode given, WriteOptions options) {
        synchronized (store) {
            ObjectNode object = given.deepCopy();
            ObjectKey key = new ObjectKey(at.type(), at.namespace(), name(at, object));
            if (store.get(key).isPresent()) {
                throw ApiException.alreadyExists(key);
            }
            return insert(key, object, null, options);
        }
    }

    private ObjectNode insert(
            ObjectKey key, ObjectNode object, @CheckForNull ManagedFields.Owner applier, WriteOptions options) {
        requireNamespace(key);
        checkIdentity(key, object);
        ObjectNode metadata = object.withObjectProperty("metadata");
        List.of("deletionTimestamp", "deletionGracePeriodSeconds", "selfLink").forEach(metadata::remove);
        metadata.put("uid", UUID.randomUUID().toString())
                .put("creationTimestamp", now())
                .put("generation", 1);
        if (key.type().status() && !key.type().kind().equals("Namespace")) {
            object.remove("status");
        }
        if (applier == null) {
            metadata.remove("managedFields");
            ManagedFields fields = new ManagedFields();
            fields.set(updater(options), FieldSet.of(object), now());
            fields.writeTo(object, key.type().apiVersion());
        }
        Defaults.fill(key.type(), object);
        admission.accept(object);
        Validation.check(key, object, null);
        return store(key, object, options);
    }

    /** Writes what {@code change} makes of the object as it is. */
    ObjectNode modify(ObjectKey key, WriteOptions options, UnaryOperator<ObjectNode> change) {
        synchronized (store) {
            ObjectNode live = get(key);
            ObjectNode wanted = change.apply(live.deepCopy());
            checkIdentity(key, wanted);
            checkVersion(key, live, wanted.path("metadata"));
            ObjectNode next = combine(key, live, wanted, options);
            if (options.subresource().isEmpty() || options.status()) {
                trackUpdate(key, live, next, options);
            }
            return finish(key, live, next, options);
        }
    }

    ObjectNode apply(ObjectKey key, ObjectNode applied, WriteOptions options) {
        if (options.fieldManager().isEmpty()) {
            throw ApiException.badRequest("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is "
                    + "required for apply patch");
        }
        synchronized (store) {
            checkIdentity(key, applied);
            ObjectNode live = store.get(key).orElse(null);
            if (live == null && options.status()) {
                throw ApiException.notFound(key.type(), key.name());
            }
            if (live != null) {
                checkVersion(key, live, applied.path("metadata"));
            } else if (!applied.path("metadata").path("uid").asText("").isEmpty()) {
                throw ApiException.conflict(
                        key,
                        "uid mismatch: the provided object specified uid "
                                + applied.path("metadata").path("uid").asText()
                                + ", and no existing object was found");
            }
            ServerSideApply apply =
                    new ServerSideApply(options.fieldManager(), options.subresource(), options.force(), now());
            ObjectNode declared = applied.deepCopy();
            if (key.type().status() && !options.status()) {
                declared.remove("status");
            }
            ObjectNode result = apply.apply(key, live, declared);
            if (live == null) {
                ManagedFields.Owner owner = new ManagedFields.Owner(options.fieldManager(), "Apply", "");
                ObjectStore.metadata(result).remove("resourceVersion");
                return insert(key, result, owner, options);
            }
            ObjectNode next = combine(key, live, result, options);
            ObjectStore.metadata(next)
                    .set("managedFields", result.path("metadata").path("managedFields"));
            return finish(key, live, next, options);
        }
    }

    private ObjectNode combine(ObjectKey key, ObjectNode live, ObjectNode wanted, WriteOptions options) {
        ObjectNode next = options.status() ? live.deepCopy() : wanted.deepCopy();
        if (options.status()) {
            next.set("status", wanted.path("status"));
        } else if (key.type().status()) {
            next.remove("status");
            Optional.ofNullable(live.get("status")).ifPresent(status -> next.set("status", status));
        }
        ObjectNode metadata = ObjectStore.metadata(next);
        JsonNode before = live.path("metadata");
        for (String field : KEPT) {
            metadata.remove(field);
            Optional.ofNullable(before.get(field)).ifPresent(value -> metadata.set(field, value));
        }
        metadata.set("resourceVersion", before.get("resourceVersion"));
        if (before.has("managedFields")) {
            metadata.set("managedFields", before.get("managedFields"));
        }
        return next;
    }

    private void trackUpdate(ObjectKey key, ObjectNode live, ObjectNode next, WriteOptions options) {
        Set<List<String>> written = new LinkedHashSet<>(FieldSet.of(next));
        Set<List<String>> existing = new LinkedHashSet<>(written);
        written.removeIf(path -> FieldSet.unchanged(live, next, path));
        ManagedFields fields = ManagedFields.of(next);
        boolean forgotten = fields.keepOnly(existing);
        if (!written.isEmpty()) {
            fields.take(updater(options), written, now());
        }
        if (!written.isEmpty() || forgotten) {
            fields.writeTo(next, key.type().apiVersion());
        }
    }

    private static ManagedFields.Owner updater(WriteOptions options) {
        String manager = options.fieldManager().isEmpty() ? "unknown" : options.fieldManager();
        return new ManagedFields.Owner(manager, "Update", options.subresource());
    }

    private ObjectNode finish(ObjectKey key, ObjectNode live, ObjectNode next, WriteOptions options) {
        Defaults.fill(key.type(), next);
        admission.accept(next);
        Validation.check(key, next, live);
        if (!options.status() && !specOf(live).equals(specOf(next))) {
            ObjectNode metadata = ObjectStore.metadata(next);
            metadata.put("generation", metadata.path("generation").asLong(1) + 1);
        }
        if (withoutTimes(live).equals(withoutTimes(next))) {
            return live;
        }
        boolean lastFinalizer = next.path("metadata").has("deletionTimestamp")
                && next.path("metadata").path("finalizers").isEmpty()
                && !live.path("metadata").path("finalizers").isEmpty();
        if (lastFinalizer && !options.dryRun()) {
            store.put(key, null);
            return next;
        }
        return store(key, next, options);
    }

    private static ObjectNode specOf(ObjectNode object) {
        ObjectNode spec = object.deepCopy();
        spec.remove(List.of("metadata", "status"));
        return spec;
    }

    private static ObjectNode withoutTimes(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.path("metadata").path("managedFields").forEach(entry -> ((ObjectNode) entry).remove("time"));
        return copy;
    }

    private ObjectNode store(ObjectKey key, ObjectNode object, WriteOptions options) {
        if (!options.dryRun()) {
            store.put(key, object);
            if (key.type().kind().equals("CustomResourceDefinition")) {
                types.define(object);
            }
        }
        return object;
    }

    /** Deletes, or marks for deletion what has finalizers or, unless {@code now}, is a pod that must end first. */
    ObjectNode delete(ObjectKey key, JsonNode options, boolean dryRun) {
        synchronized (store) {
            ObjectNode live = get(key);
            checkPreconditions(key, live, options.path("preconditions"));
            if (dryRun) {
                return live;
            }
            boolean immediately = options.path("gracePeriodSeconds").asInt(-1) == 0;
            ObjectNode metadata = ObjectStore.metadata(live);
            if (metadata.path("finalizers").isEmpty() && (immediately || !isPod(key))) {
                store.put(key, null);
                return live;
            }
            if (metadata.has("deletionTimestamp")) {
                return live;
            }
            ObjectNode marked = live.deepCopy();
            int grace = options.path("gracePeriodSeconds")
                    .asInt(live.path("spec")
                            .path("terminationGracePeriodSeconds")
                            .asInt(30));
            ObjectStore.metadata(marked).put("deletionTimestamp", now()).put("deletionGracePeriodSeconds", grace);
            store.put(key, marked);
            return marked;
        }
    }

    private static boolean isPod(ObjectKey key) {
        return key.type().kind().equals("Pod");
    }

    private static void checkPreconditions(ObjectKey key, ObjectNode live, JsonNode preconditions) {
        for (String field : List.of("uid", "resourceVersion")) {
            String expected = preconditions.path(field).asText("");
            String actual = live.path("metadata").path(field).asText();
            if (!expected.isEmpty() && !expected.equals(actual)) {
                throw ApiException.conflict(
                        key,
                        "Precondition failed: " + field + " in precondition: " + expected + ", in object meta: "
                                + actual);
            }
        }
    }

    private static void checkVersion(ObjectKey key, ObjectNode live, JsonNode metadata) {
        JsonNode expected = metadata.path("resourceVersion");
        if (expected.isTextual()
                && !expected.asText().isEmpty()
                && !Objects.equals(expected, live.path("metadata").path("resourceVersion"))) {
            throw ApiException.conflict(
                    key, "the object has been modified; please apply your changes to the latest version and try again");
        }
        JsonNode uid = metadata.path("uid");
        if (uid.isTextual()
                && !uid.asText().isEmpty()
                && !uid.equals(live.path("metadata").path("uid"))) {
            throw ApiException.conflict(
                    key,
                    "Precondition failed: UID in precondition: " + uid.asText() + ", UID in object meta: "
                            + live.path("metadata").path("uid").asText());
        }
    }

    private static void checkIdentity(ObjectKey key, ObjectNode object) {
        if (!object.path("kind").asText().equals(key.type().kind())
                || !object.path("apiVersion").asText().equals(key.type().apiVersion())) {
            throw ApiException.badRequest(
                    "the object provided (" + object.path("apiVersion").asText() + " "
                            + object.path("kind").asText() + ") does not match the expected one ("
                            + key.type().apiVersion() + " "
                            + key.type().kind() + ")");
        }
        JsonNode metadata = object.path("metadata");
        String name = metadata.path("name").asText(key.name());
        if (!name.equals(key.name())) {
            throw ApiException.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + key.name() + ")");
        }
        String namespace = metadata.path("namespace").asText("");
        if (!namespace.isEmpty() && !namespace.equals(key.namespace())) {
            throw ApiException.badRequest("the namespace of the object (" + namespace
                    + ") does not match the namespace on the URL (" + key.namespace() + ")");
        }
        ObjectNode written = object.withObjectProperty("metadata");
        written.put("name", key.name());
        if (!key.namespace().isEmpty()) {
            written.put("namespace", key.namespace());
        }
    }

    private static String name(ObjectKey at, ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        String name = metadata.path("name").asText("");
        if (!name.isEmpty()) {
            return name;
        }
        String prefix = metadata.path("generateName").asText("");
        if (prefix.isEmpty()) {
            throw ApiException.invalid(
                    at.type(), "", "metadata.name: Required value: name or generateName is required");
        }
        return prefix + UUID.randomUUID().toString().substring(0, 5);
    }

    private void requireNamespace(ObjectKey key) {
        if (!key.type().namespaced()) {
            return;
        }
        ResourceType namespaces = types.byPlural("", "v1", "namespaces").orElseThrow();
        if (store.get(new ObjectKey(namespaces, "", key.namespace())).isEmpty()) {
            throw ApiException.notFound(namespaces, key.namespace());
        }
    }

    private String now() {
        return DateTimeFormatter.ISO_INSTANT.format(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
