package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code reportingDescriptor} (SARIF 2.1.0, section 3.49), as far as findings need it. */
final class SarifRule {
    static final SarifRule UNKNOWN = new SarifRule();

    String id = "";

    @CheckForNull
    String level;

    double securitySeverity = Double.NaN;
    List<String> tags = List.of();
    private String name = "";
    private String title = "";
    private Map<String, String> messages = Map.of();

    static SarifRule read(JsonInput json) throws IOException {
        SarifRule rule = new SarifRule();
        json.object(key -> {
            switch (key) {
                case "id" -> rule.id = orEmpty(json.text());
                case "name" -> rule.name = orEmpty(json.text());
                case "shortDescription" -> rule.title = orEmpty(json.textOf("text"));
                case "fullDescription" -> rule.title = rule.title.isEmpty() ? orEmpty(json.textOf("text")) : rule.title;
                case "defaultConfiguration" -> rule.level = json.textOf("level");
                case "messageStrings" -> rule.messages = messages(json);
                case "properties" -> rule.properties(json);
                default -> {
                    // The help texts of a rule are no part of a finding.
                }
            }
        });
        return rule;
    }

    private void properties(JsonInput json) throws IOException {
        if (!json.isObject()) {
            return;
        }
        json.object(key -> {
            switch (key) {
                case "security-severity" -> securitySeverity = json.decimal();
                case "tags" -> tags = json.texts();
                default -> {
                    // Each tool has properties of its own.
                }
            }
        });
    }

    private static Map<String, String> messages(JsonInput json) throws IOException {
        Map<String, String> messages = new HashMap<>();
        json.object(id -> messages.put(id, orEmpty(json.textOf("text"))));
        return messages;
    }

    /** What the rule is about in a few words, never what it matched. */
    String title() {
        if (!title.isEmpty()) {
            return title;
        }
        return name.isEmpty() ? id : name;
    }

    /** The text with this id, its placeholders {@code {0}}, {@code {1}} … replaced (section 3.11.5). */
    String message(String messageId, List<String> arguments) {
        String text = messages.getOrDefault(messageId, "");
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return text.isEmpty() ? title() : text;
    }

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }
}
