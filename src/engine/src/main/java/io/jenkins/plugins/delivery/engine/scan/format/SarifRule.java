package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code reportingDescriptor} (SARIF 2.1.0, section 3.49), as far as findings need it. */
final class SarifRule {
    static final SarifRule UNKNOWN = new SarifRule();

    String id = "";
    String guid = "";

    /** Of its default configuration, or of an override that counts for every result. */
    @CheckForNull
    String level;

    double securitySeverity = Double.NaN;
    List<String> tags = List.of();
    private final List<String> weaknesses = new ArrayList<>(1);
    private String name = "";
    private String title = "";
    private Map<String, String> messages = Map.of();

    @CheckForNull
    private Kind kind;

    static SarifRule read(JsonInput json) throws IOException {
        SarifRule rule = new SarifRule();
        json.object(key -> rule.field(key, json));
        rule.tags.forEach(rule::addWeakness);
        return rule;
    }

    private void field(String key, JsonInput json) throws IOException {
        switch (key) {
            case "id" -> id = orEmpty(json.text());
            case "guid" -> guid = orEmpty(json.text());
            case "name" -> name = orEmpty(json.text());
            case "shortDescription" -> title = orEmpty(json.textOf("text"));
            case "fullDescription" -> title = title.isEmpty() ? orEmpty(json.textOf("text")) : title;
            case "defaultConfiguration" -> level = json.textOf("level");
            case "messageStrings" -> messages = messages(json);
            case "properties" -> properties(json);
            case "relationships" -> json.array(() -> relationship(json));
            default -> {
                // The help texts of a rule are no part of a finding.
            }
        }
    }

    private void properties(JsonInput json) throws IOException {
        if (!json.isObject()) {
            return;
        }
        json.object(key -> {
            switch (key) {
                case "security-severity" -> securitySeverity = json.decimal();
                case "tags" -> tags = json.texts();
                case "cwe" -> json.texts().forEach(this::addWeakness);
                default -> {
                    // Each tool has properties of its own.
                }
            }
        });
    }

    /** A rule may be related to the class of weakness that it looks for, an entry of a taxonomy. */
    private void relationship(JsonInput json) throws IOException {
        json.object(key -> {
            if (key.equals("target")) {
                SarifReference target = SarifReference.read(json);
                if (target.isOf("CWE")) {
                    addWeakness("CWE-" + orEmpty(target.id).replaceFirst("(?i)^cwe-", ""));
                }
            }
        });
    }

    private void addWeakness(String text) {
        String weakness = SarifTaxa.weakness(text);
        if (weakness != null && !weaknesses.contains(weakness)) {
            weaknesses.add(weakness);
        }
    }

    List<String> weaknesses() {
        return weaknesses;
    }

    /** What its results are about, found out once: it takes longer than to read a result. */
    Kind kind(SarifKinds kinds) {
        if (kind == null) {
            kind = kinds.of(this, id);
        }
        return kind;
    }

    static Map<String, String> messages(JsonInput json) throws IOException {
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

    /** The text with this id, or null. */
    @CheckForNull
    String message(String messageId) {
        return messages.get(messageId);
    }

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }
}
