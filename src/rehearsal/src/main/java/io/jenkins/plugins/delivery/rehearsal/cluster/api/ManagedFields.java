package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who owns which fields of an object, and by which kind of write. */
final class ManagedFields {
    /** A manager, its way to write, and the subresource (empty for the object itself). */
    record Owner(String manager, String operation, String subresource) {}

    private final Map<Owner, Set<List<String>>> owned = new LinkedHashMap<>();
    private final Map<Owner, String> times = new LinkedHashMap<>();

    static ManagedFields of(JsonNode object) {
        ManagedFields fields = new ManagedFields();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            Owner owner = new Owner(
                    entry.path("manager").asText(),
                    entry.path("operation").asText(),
                    entry.path("subresource").asText());
            fields.owned.put(owner, FieldSet.fromFieldsV1(entry.path("fieldsV1")));
            fields.times.put(owner, entry.path("time").asText());
        }
        return fields;
    }

    Map<Owner, Set<List<String>>> others(Owner owner) {
        Map<Owner, Set<List<String>>> others = new LinkedHashMap<>(owned);
        others.remove(owner);
        return others;
    }

    Set<List<String>> of(Owner owner) {
        return owned.getOrDefault(owner, Set.of());
    }

    /** The owner has exactly these fields from now on. */
    void set(Owner owner, Set<List<String>> paths, String time) {
        owned.put(owner, new LinkedHashSet<>(paths));
        times.put(owner, time);
    }

    /** The owner wrote these fields: nobody else owns them any more. */
    void take(Owner owner, Set<List<String>> paths, String time) {
        owned.forEach((other, fields) -> {
            if (!other.equals(owner)) {
                fields.removeAll(paths);
            }
        });
        owned.computeIfAbsent(owner, any -> new LinkedHashSet<>()).addAll(paths);
        times.put(owner, time);
    }

    /** Forgets fields that are gone from the object; says whether there were any. */
    boolean keepOnly(Set<List<String>> existing) {
        boolean forgotten = false;
        for (Set<List<String>> fields : owned.values()) {
            forgotten |= fields.retainAll(existing);
        }
        return forgotten;
    }

    void writeTo(ObjectNode object, String apiVersion) {
        ObjectNode metadata = ObjectStore.metadata(object);
        ArrayNode entries = metadata.putArray("managedFields");
        owned.forEach((owner, fields) -> {
            if (!fields.isEmpty()) {
                ObjectNode entry = entries.addObject();
                entry.put("manager", owner.manager()).put("operation", owner.operation());
                entry.put("apiVersion", apiVersion)
                        .put("time", times.get(owner))
                        .put("fieldsType", "FieldsV1");
                entry.set("fieldsV1", FieldSet.toFieldsV1(fields));
                if (!owner.subresource().isEmpty()) {
                    entry.put("subresource", owner.subresource());
                }
            }
        });
    }
}
