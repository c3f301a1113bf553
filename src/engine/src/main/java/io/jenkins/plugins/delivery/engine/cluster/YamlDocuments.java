package io.jenkins.plugins.delivery.engine.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of one YAML file, with limits on size, depth and aliases. */
final class YamlDocuments {
    private static final int MAX_CHARACTERS = 3 * 1024 * 1024;
    private static final int MAX_ALIASES = 50;
    private static final Set<String> FILE_MODES = Set.of("mode", "defaultMode");

    private YamlDocuments() {}

    static List<Map<String, Object>> read(ManifestFile file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.name())
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setAllowDuplicateKeys(false)
                .build();
        List<Map<String, Object>> documents = new ArrayList<>();
        try {
            int number = 0;
            for (Object document : new Load(settings).loadAllFromString(file.text())) {
                number++;
                if (document != null) {
                    documents.add(object(file, number, document));
                }
            }
        } catch (MarkedYamlEngineException e) {
            throw new ManifestException(file.name() + place(e) + ": not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new ManifestException(file.name() + ": not YAML: " + e.getMessage());
        }
        return documents;
    }

    private static String place(MarkedYamlEngineException e) {
        return e.getProblemMark()
                .map(mark -> ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                .orElse("");
    }

    private static Map<String, Object> object(ManifestFile file, int number, Object document) {
        if (!(document instanceof Map<?, ?> map)) {
            throw new ManifestException(file.name() + ", document " + number
                    + ": expected a Kubernetes object with apiVersion and kind, but it is a "
                    + (document instanceof List ? "list" : "single value"));
        }
        return copy(map);
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value(String.valueOf(key), value)));
        return copy;
    }

    private static Object value(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            list.forEach(element -> values.add(value(key, element)));
            return values;
        }
        // YAML 1.2 reads 0644 as text, Kubernetes as an octal number
        if (FILE_MODES.contains(key) && value instanceof String text && text.matches("0[0-7]{1,4}")) {
            return Integer.parseInt(text, 8);
        }
        return value;
    }
}
