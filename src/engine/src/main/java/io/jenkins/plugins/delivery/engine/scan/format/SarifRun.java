package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the results of a run refer to: its tool, rules, extensions and artifacts (SARIF 2.1.0, section 3.14). */
final class SarifRun {
    /** A tool component: the driver or one of the extensions (section 3.19). */
    static final class Tool {
        String name = "";
        String version = "";
        final List<SarifRule> rules = new ArrayList<>();
        final Map<String, SarifRule> byId = new HashMap<>();

        void read(JsonInput json) throws IOException {
            json.object(key -> {
                switch (key) {
                    case "name" -> name = orEmpty(json.text());
                    case "semanticVersion" -> version = orEmpty(json.text());
                    case "version" -> version = version.isEmpty() ? orEmpty(json.text()) : version;
                    case "rules" -> json.array(() -> add(SarifRule.read(json)));
                    default -> {
                        // Notifications and taxa belong to no finding.
                    }
                }
            });
        }

        private void add(SarifRule rule) {
            rules.add(rule);
            byId.putIfAbsent(rule.id, rule);
        }
    }

    final Tool driver = new Tool();
    final List<Tool> extensions = new ArrayList<>();
    private final List<String> artifacts = new ArrayList<>();
    private boolean toolSeen;
    private boolean artifactsSeen;

    boolean toolSeen() {
        return toolSeen;
    }

    boolean artifactsSeen() {
        return artifactsSeen;
    }

    /** Reads the field if it describes the run; anything else is left to the caller. */
    void field(String key, JsonInput json) throws IOException {
        if (key.equals("tool")) {
            toolSeen = true;
            json.object(part -> {
                if (part.equals("driver")) {
                    driver.read(json);
                } else if (part.equals("extensions")) {
                    json.array(() -> extension().read(json));
                }
            });
        } else if (key.equals("artifacts")) {
            artifactsSeen = true;
            json.array(() -> artifacts.add(artifactUri(json)));
        }
    }

    private Tool extension() {
        Tool extension = new Tool();
        extensions.add(extension);
        return extension;
    }

    private static String artifactUri(JsonInput json) throws IOException {
        String[] uri = {""};
        json.object(key -> {
            if (key.equals("location")) {
                uri[0] = orEmpty(json.textOf("uri"));
            }
        });
        return uri[0];
    }

    String artifact(int index) {
        return index >= 0 && index < artifacts.size() ? artifacts.get(index) : "";
    }

    /**
     * The rule that a result means: by index, in an extension if it names one, else by id, where {@code a/b} also means
     * rule {@code a} (section 3.52.4).
     */
    SarifRule rule(int extension, int index, @CheckForNull String id) {
        Tool tool = extension >= 0 && extension < extensions.size() ? extensions.get(extension) : driver;
        if (index >= 0 && index < tool.rules.size()) {
            return tool.rules.get(index);
        }
        return id == null ? SarifRule.UNKNOWN : byId(tool, id);
    }

    private SarifRule byId(Tool tool, String id) {
        for (String name = id; !name.isEmpty(); name = parent(name)) {
            SarifRule rule = tool.byId.get(name);
            if (rule != null) {
                return rule;
            }
            for (Tool extension : extensions) {
                if (extension.byId.containsKey(name)) {
                    return extension.byId.get(name);
                }
            }
        }
        return SarifRule.UNKNOWN;
    }

    private static String parent(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }
}
