package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code toolComponent}: the driver of a run or one of its extensions (SARIF 2.1.0, section 3.19). */
final class SarifComponent {
    String name = "";
    String version = "";
    String guid = "";
    private final List<SarifRule> rules = new ArrayList<>();
    private final Map<String, SarifRule> byId = new HashMap<>();
    private Map<String, String> messages = Map.of();

    @CheckForNull
    private SarifKinds kinds;

    void read(JsonInput json) throws IOException {
        json.object(key -> {
            switch (key) {
                case "name" -> name = orEmpty(json.text());
                case "guid" -> guid = orEmpty(json.text());
                case "semanticVersion" -> version = orEmpty(json.text());
                case "version" -> version = version.isEmpty() ? orEmpty(json.text()) : version;
                case "rules" -> json.array(() -> add(SarifRule.read(json)));
                case "globalMessageStrings" -> messages = SarifRule.messages(json);
                default -> {
                    // What it writes into logs belongs to no finding.
                }
            }
        });
    }

    private void add(SarifRule rule) {
        rules.add(rule);
        byId.putIfAbsent(rule.id, rule);
        if (!rule.guid.isEmpty()) {
            byId.putIfAbsent(rule.guid, rule);
        }
    }

    @CheckForNull
    SarifRule rule(int index) {
        return index >= 0 && index < rules.size() ? rules.get(index) : null;
    }

    /** What its results are about, once its name is known. */
    SarifKinds kinds() {
        if (kinds == null) {
            kinds = new SarifKinds(name);
        }
        return kinds;
    }

    /** The rule with this id or guid, or null. */
    @CheckForNull
    SarifRule rule(@CheckForNull String id) {
        return id == null ? null : byId.get(id);
    }

    @CheckForNull
    String message(String id) {
        return messages.get(id);
    }

    /** Whether a reference by index, guid or name means this, which is at that index. */
    boolean isMeant(SarifReference reference, int index) {
        return reference.component == index
                || !guid.isEmpty() && guid.equals(reference.componentGuid)
                || reference.component < 0
                        && reference.componentGuid == null
                        && !name.isEmpty()
                        && name.equals(reference.componentName);
    }

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }
}
