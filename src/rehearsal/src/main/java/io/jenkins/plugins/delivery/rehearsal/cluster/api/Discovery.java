package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a client asks before it calls: versions, groups, and what each serves; and what it may do. */
final class Discovery {
    private static final String VERSION = "1.34";
    private final ResourceTypes types;

    Discovery(ResourceTypes types) {
        this.types = types;
    }

    Optional<ObjectNode> answer(String path) {
        String trimmed = path.replaceAll("\\?.*", "").replaceAll("/$", "");
        return switch (trimmed) {
            case "/version" -> Optional.of(version());
            case "/healthz", "/livez", "/readyz" -> Optional.of(object("Status").put("status", "Success"));
            case "/api" -> Optional.of(coreVersions());
            case "/apis" -> Optional.of(groups());
            default -> resources(trimmed);
        };
    }

    private static ObjectNode object(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("apiVersion", "v1");
    }

    private static ObjectNode version() {
        ObjectNode version = JsonNodeFactory.instance.objectNode();
        String[] parts = VERSION.split("\\.");
        return version.put("major", parts[0])
                .put("minor", parts[1])
                .put("gitVersion", "v" + VERSION + ".0-rehearsal")
                .put("platform", "embedded");
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = object("APIVersions");
        versions.putArray("versions").add("v1");
        return versions;
    }

    private ObjectNode groups() {
        ObjectNode list = object("APIGroupList");
        ArrayNode groups = list.putArray("groups");
        TreeSet<String> names = new TreeSet<>(types.all().stream()
                .map(ResourceType::group)
                .filter(group -> !group.isEmpty())
                .toList());
        for (String name : names) {
            ObjectNode group = groups.addObject().put("name", name);
            ArrayNode versions = group.putArray("versions");
            versionsOf(name).forEach(version -> versions.addObject()
                    .put("groupVersion", name + "/" + version)
                    .put("version", version));
            group.set("preferredVersion", versions.get(0));
        }
        return list;
    }

    private List<String> versionsOf(String group) {
        return types.all().stream()
                .filter(type -> type.group().equals(group))
                .map(ResourceType::version)
                .distinct()
                .toList();
    }

    private Optional<ObjectNode> resources(String path) {
        String apiVersion =
                path.startsWith("/apis/") ? path.substring(6) : path.startsWith("/api/") ? path.substring(5) : "";
        List<ResourceType> served = types.all().stream()
                .filter(type -> type.apiVersion().equals(apiVersion))
                .toList();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode list = object("APIResourceList").put("groupVersion", apiVersion);
        ArrayNode resources = list.putArray("resources");
        for (ResourceType type : served) {
            ObjectNode resource = resources
                    .addObject()
                    .put("name", type.plural())
                    .put("singularName", type.kind().toLowerCase(java.util.Locale.ROOT))
                    .put("namespaced", type.namespaced())
                    .put("kind", type.kind());
            ArrayNode verbs = resource.putArray("verbs");
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch")
                    .forEach(verbs::add);
        }
        return Optional.of(list);
    }
}
