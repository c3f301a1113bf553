package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the API understands it.
 *
 * @param name empty when it concerns all of a type
 * @param subresource empty for the object itself
 */
record ApiCall(
        String method,
        ResourceType type,
        String namespace,
        String name,
        String subresource,
        Map<String, String> query,
        String contentType,
        String body,
        String userAgent) {

    /** Empty when the path is not that of a type that is served. */
    static Optional<ApiCall> parse(
            ResourceTypes types, String method, String uri, String contentType, String body, String userAgent) {
        URI parsed = URI.create(uri);
        List<String> path =
                new ArrayList<>(List.of(parsed.getRawPath().substring(1).split("/")));
        path.replaceAll(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8));
        boolean core = path.get(0).equals("api");
        int start = core ? 2 : 3;
        if (path.size() <= start || !core && !path.get(0).equals("apis")) {
            return Optional.empty();
        }
        String group = core ? "" : path.get(1);
        String version = path.get(start - 1);
        String namespace = "";
        if (path.get(start).equals("namespaces") && path.size() > start + 2 && !isNamespaceSubresource(path, start)) {
            namespace = path.get(start + 1);
            start += 2;
        }
        String name = path.size() > start + 1 ? path.get(start + 1) : "";
        String subresource = path.size() > start + 2 ? String.join("/", path.subList(start + 2, path.size())) : "";
        String owner = namespace;
        return types.byPlural(group, version, path.get(start))
                .map(type -> new ApiCall(
                        method, type, owner, name, subresource, query(parsed), contentType, body, userAgent));
    }

    private static boolean isNamespaceSubresource(List<String> path, int start) {
        return path.size() == start + 3 && List.of("status", "finalize").contains(path.get(start + 2));
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.put(
                        URLDecoder.decode(key, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    Verb verb() {
        return switch (method) {
            case "POST" -> Verb.CREATE;
            case "PUT" -> Verb.UPDATE;
            case "PATCH" -> Verb.PATCH;
            case "DELETE" -> Verb.DELETE;
            default -> watches() ? Verb.WATCH : name.isEmpty() ? Verb.LIST : Verb.GET;
        };
    }

    boolean watches() {
        return method.equals("GET") && flag("watch");
    }

    boolean flag(String parameter) {
        return query.containsKey(parameter)
                && !query.get(parameter).equals("false")
                && !query.get(parameter).equals("0");
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** The name in the path, or of the object that is to be created. */
    String objectName() {
        return verb() == Verb.CREATE && name.isEmpty()
                ? Json.parseObject(body).path("metadata").path("name").asText("")
                : name;
    }

    ObjectKey key() {
        return new ObjectKey(type, namespace, name);
    }

    String resource() {
        return subresource.isEmpty() ? type.plural() : type.plural() + "/" + subresource;
    }

    WriteOptions writeOptions() {
        String manager = parameter("fieldManager");
        if (manager.isEmpty() && !isApply()) {
            manager = userAgent.replaceAll("[/ ].*", "");
        }
        return new WriteOptions(
                manager,
                parameter("dryRun").equals("All"),
                flag("force"),
                subresource.equals("status") ? "status" : "");
    }

    boolean isApply() {
        return contentType.startsWith("application/apply-patch");
    }
}
