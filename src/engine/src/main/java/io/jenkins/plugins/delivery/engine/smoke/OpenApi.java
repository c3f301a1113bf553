package io.jenkins.plugins.delivery.engine.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.yaml.YamlFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the operations of an <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI</a> document of version 3.0 or 3.1
 * that can be called without knowing anything: each {@code GET} without a required parameter, and what it may answer.
 */
final class OpenApi {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final int DEEPEST_REFERENCE = 20;

    private final JsonNode root;
    private final ApiDocument document;

    private OpenApi(JsonNode root, boolean version30) {
        this.root = root;
        this.document = new ApiDocument(root.toString(), version30);
    }

    /**
     * @param name what messages call the document
     * @param text YAML or JSON
     * @param wanted which paths are meant
     * @return what has to be answered, by path
     */
    static Map<String, Expectation> read(String name, String text, Predicate<String> wanted) {
        return YamlFile.parse(name, text).read(content -> {
            JsonNode root = JACKSON.valueToTree(content);
            String version = root.path("openapi").asText("");
            if (!version.matches("3\\.[01](\\..*)?")) {
                throw new ArgumentException(
                        "openapi", "expected a document of OpenAPI 3.0 or 3.1, but its version is '" + version + "'");
            }
            refuseOutside(root, "");
            return new OpenApi(root, version.startsWith("3.0")).operations(wanted);
        });
    }

    /** A document that names others would have us fetch them. */
    private static void refuseOutside(JsonNode node, String path) {
        JsonNode reference = node.get("$ref");
        if (reference != null && reference.isTextual() && !reference.asText().startsWith("#/")) {
            throw new ArgumentException(
                    path, "'" + reference.asText() + "' leads out of the document; bundle it into one file");
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(one ->
                            refuseOutside(one.getValue(), path.isEmpty() ? one.getKey() : path + "." + one.getKey()));
        } else {
            for (int i = 0; i < node.size(); i++) {
                refuseOutside(node.get(i), path + "[" + i + "]");
            }
        }
    }

    private Map<String, Expectation> operations(Predicate<String> wanted) {
        Map<String, Expectation> operations = new LinkedHashMap<>();
        root.path("paths").properties().forEach(entry -> {
            String path = entry.getKey();
            String pointer = "#/paths/" + escaped(path);
            JsonNode get = entry.getValue().get("get");
            boolean callable = get != null
                    && path.startsWith("/")
                    && path.indexOf('{') < 0
                    && !demands(entry.getValue().path("parameters"), pointer)
                    && !demands(get.path("parameters"), pointer);
            if (callable && wanted.test(path)) {
                operations.put(path, new DocumentedAnswer(document, responses(path, get, pointer + "/get/responses")));
            }
        });
        return operations;
    }

    private boolean demands(JsonNode parameters, String pointer) {
        for (JsonNode parameter : parameters) {
            if (resolved(parameter, pointer).node().path("required").asBoolean(false)) {
                return true;
            }
        }
        return false;
    }

    private record Place(JsonNode node, String pointer) {}

    private Place resolved(JsonNode node, String pointer) {
        Place place = new Place(node, pointer);
        for (int i = 0; place.node().has("$ref"); i++) {
            String reference = place.node().get("$ref").asText();
            JsonNode target = root.at(reference.substring(1));
            if (i == DEEPEST_REFERENCE || target.isMissingNode()) {
                throw new ArgumentException(
                        "openapi", "the reference '" + reference + "' leads nowhere or in a circle");
            }
            place = new Place(target, reference);
        }
        return place;
    }

    /** Successful answers; what {@code default} describes counts where the document names no success. */
    private List<DocumentedAnswer.Response> responses(String path, JsonNode get, String pointer) {
        List<DocumentedAnswer.Response> responses = new ArrayList<>();
        get.path("responses").properties().forEach(entry -> {
            String status = entry.getKey();
            if (status.matches("[23]\\d\\d|[23][xX][xX]")) {
                StatusRange range = StatusRange.parse("openapi", status.toLowerCase(Locale.ROOT))
                        .get(0);
                responses.add(response(range, entry.getValue(), pointer + "/" + status));
            }
        });
        JsonNode otherwise = get.path("responses").get("default");
        if (responses.isEmpty() && otherwise != null) {
            responses.add(response(new StatusRange(200, 299), otherwise, pointer + "/default"));
        }
        if (responses.isEmpty()) {
            throw new ArgumentException(
                    "paths." + path, "its GET documents no success (2xx, 3xx or default); exclude it, or document one");
        }
        responses.sort((one, two) -> Integer.compare(width(one.status()), width(two.status())));
        return responses;
    }

    private static int width(StatusRange range) {
        return range.high() - range.low();
    }

    private DocumentedAnswer.Response response(StatusRange status, JsonNode node, String pointer) {
        Place response = resolved(node, pointer);
        Map<String, String> schemas = new LinkedHashMap<>();
        response.node().path("content").properties().forEach(content -> {
            String place = response.pointer() + "/content/" + escaped(content.getKey());
            schemas.put(content.getKey(), content.getValue().has("schema") ? place + "/schema" : "");
        });
        return new DocumentedAnswer.Response(status, schemas);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** Whether patterns such as {@code /api/**} mean a path; null means all. */
    static Predicate<String> patterns(String argument, @CheckForNull Object value, boolean otherwise) {
        if (value == null) {
            return path -> otherwise;
        }
        List<String> patterns = new ArrayList<>();
        List<?> given = value instanceof List<?> several
                ? several
                : List.of(String.valueOf(value).split(","));
        given.forEach(one -> patterns.add(String.valueOf(one).strip()));
        if (patterns.isEmpty() || patterns.stream().anyMatch(one -> !one.startsWith("/"))) {
            throw new ArgumentException(argument, "'" + value + "' are no patterns of paths such as /api/**");
        }
        List<String> expressions = patterns.stream().map(OpenApi::expression).toList();
        return path -> expressions.stream().anyMatch(path::matches);
    }

    private static String expression(String pattern) {
        StringBuilder expression = new StringBuilder();
        for (String part : pattern.split("(?<=\\*\\*)|(?=\\*\\*)")) {
            expression.append(
                    part.equals("**")
                            ? ".*"
                            : Arrays.stream(part.split("\\*", -1))
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining("[^/]*")));
        }
        return expression.toString();
    }
}
