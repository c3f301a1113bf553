package io.jenkins.plugins.delivery.rehearsal.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One recorded pipeline. */
public record ConformanceCase(String name, Path folder, JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those below a folder, by number. */
    public static List<ConformanceCase> all(Path root) throws IOException {
        List<ConformanceCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root).filter(Files::isDirectory).sorted()) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                JsonNode json = JSON.readTree(folder.resolve("case.json").toFile());
                cases.add(new ConformanceCase(json.get("name").asText(), folder, json));
            }
        }
        return cases;
    }

    public String area() {
        return json.path("area").asText();
    }

    /** The recordings of all builds, in order. */
    public List<JsonNode> recordings() {
        List<JsonNode> all = new ArrayList<>();
        json.path("priorRuns").forEach(all::add);
        all.add(json);
        return all;
    }

    public static Map<String, Object> parameters(JsonNode recording) {
        Map<String, Object> values = new LinkedHashMap<>();
        recording
                .path("params")
                .fields()
                .forEachRemaining(
                        field -> values.put(field.getKey(), field.getValue().asText()));
        return values;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
