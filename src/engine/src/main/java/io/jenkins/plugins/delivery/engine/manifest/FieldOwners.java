package io.jenkins.plugins.delivery.engine.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who owns which field of an object, from its {@code metadata.managedFields}.
 *
 * <p>Format: structured-merge-diff's FieldsV1, with {@code f:<field>}, {@code k:{"key":value}} for an element of a list, and
 * {@code .} for the object itself.
 */
final class FieldOwners {
    static final String SOMEBODY = "somebody";
    private static final Pattern KEY = Pattern.compile("k:\\{.*?\"name\":\"([^\"]*)\".*}");
    /** Writes of the client that carry no field manager are filed under the name of its library. */
    private static final Set<String> US = Set.of(Labels.US, "fabric8-kubernetes-client", "fabric8");

    private final Map<String, Set<String>> paths = new LinkedHashMap<>();
    /** Of a map or list that is owned as a whole there is nothing below its path. */
    private final Map<String, Set<String>> wholes = new LinkedHashMap<>();

    private final Map<String, String> times = new HashMap<>();

    private FieldOwners() {}

    static FieldOwners of(HasMetadata object) {
        FieldOwners owners = new FieldOwners();
        List<ManagedFieldsEntry> entries = object.getMetadata().getManagedFields();
        for (ManagedFieldsEntry entry : entries == null ? List.<ManagedFieldsEntry>of() : entries) {
            if (entry.getFieldsV1() != null && entry.getManager() != null) {
                Set<String> owned = owners.paths.computeIfAbsent(entry.getManager(), any -> new HashSet<>());
                Set<String> whole = owners.wholes.computeIfAbsent(entry.getManager(), any -> new HashSet<>());
                collect("", entry.getFieldsV1().getAdditionalProperties(), owned, whole);
                owners.times.merge(
                        entry.getManager(), String.valueOf(entry.getTime()), (a, b) -> a.compareTo(b) < 0 ? b : a);
            }
        }
        return owners;
    }

    /** Whether we own a field, alone or with others. */
    boolean isOurs(String path) {
        return managers(path).stream().anyMatch(US::contains);
    }

    /** Who wrote the field last; {@code somebody} when the server does not say. */
    String of(String path) {
        return managers(path).stream()
                .filter(manager -> !US.contains(manager))
                .max((a, b) -> times.get(a).compareTo(times.get(b)))
                .orElse(SOMEBODY);
    }

    private List<String> managers(String path) {
        List<String> managers = new ArrayList<>();
        paths.forEach((manager, owned) -> {
            boolean whole = wholes.get(manager).stream()
                    .anyMatch(above -> path.startsWith(above + ".") || path.startsWith(above + "["));
            if (whole || owned.contains(path)) {
                managers.add(manager);
            }
        });
        return managers;
    }

    private static void collect(String path, Map<?, ?> fields, Set<String> owned, Set<String> whole) {
        fields.forEach((name, below) -> {
            String key = String.valueOf(name);
            if (!key.equals(".")) {
                String here = child(path, key);
                owned.add(here);
                if (below instanceof Map<?, ?> more && !more.isEmpty()) {
                    collect(here, more, owned, whole);
                } else {
                    whole.add(here);
                }
            }
        });
    }

    private static String child(String path, String key) {
        if (key.startsWith("f:")) {
            String field = key.substring(2);
            boolean plain = field.matches("[A-Za-z0-9_-]+");
            return plain ? (path.isEmpty() ? field : path + "." + field) : path + "[" + field + "]";
        }
        Matcher named = KEY.matcher(key);
        return path + "[" + (named.matches() ? named.group(1) : key) + "]";
    }
}
