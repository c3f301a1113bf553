package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One {@code result} as it stands in the file (SARIF 2.1.0, section 3.27). */
final class SarifResult {
    final SarifReference rule = new SarifReference();
    final SarifMessage message = new SarifMessage();
    final SarifPlace place = new SarifPlace();
    private final SarifFingerprints fingerprints = new SarifFingerprints();
    List<SarifReference> taxa = List.of();

    @CheckForNull
    String level;

    String kind = "fail";
    boolean absent;
    double securitySeverity = Double.NaN;
    int invocation;

    @CheckForNull
    String suppressed;

    private int seen;

    static SarifResult read(JsonInput json) throws IOException {
        SarifResult result = new SarifResult();
        for (String key = json.firstField(); key != null; key = json.nextField()) {
            result.field(key, json);
        }
        return result;
    }

    private void field(String key, JsonInput json) throws IOException {
        switch (key) {
            case "ruleId" -> rule.id = once(1, key, json).text();
            case "ruleIndex" -> rule.index = once(2, key, json).number(-1);
            case "rule" -> rule(once(4, key, json));
            case "level" -> level = once(8, key, json).text();
            case "kind" -> kind = orElse(once(16, key, json).text(), "fail");
            case "baselineState" -> absent = "absent".equals(once(32, key, json).text());
            case "message" -> message.read(once(64, key, json));
            case "locations" -> place.locations(once(128, key, json));
            case "codeFlows" -> place.codeFlows(json);
            case "fingerprints" -> fingerprints.readStable(json);
            case "partialFingerprints" -> fingerprints.readPartial(json);
            case "suppressions" -> suppressed = new SarifSuppressions().read(once(256, key, json));
            case "taxa" -> taxa(json);
            case "provenance" ->
                json.object(part -> invocation = part.equals("invocationIndex") ? json.number(0) : invocation);
            case "properties" -> securitySeverity = securitySeverity(json);
            default -> {
                // Fixes, graphs and attachments are no part of a finding.
            }
        }
    }

    /** What decides over a result must not stand there twice: one of the two would be hidden. */
    private JsonInput once(int bit, String key, JsonInput json) throws IOException {
        if ((seen & bit) != 0) {
            throw json.expected("\"" + key + "\" once in a result");
        }
        seen |= bit;
        return json;
    }

    private void rule(JsonInput json) throws IOException {
        SarifReference full = SarifReference.read(json);
        rule.id = full.id == null ? rule.id : full.id;
        rule.index = full.index < 0 ? rule.index : full.index;
        rule.guid = full.guid;
        rule.component = full.component;
        rule.componentName = full.componentName;
        rule.componentGuid = full.componentGuid;
    }

    private void taxa(JsonInput json) throws IOException {
        taxa = new ArrayList<>(2);
        json.array(() -> taxa.add(SarifReference.read(json)));
    }

    private static double securitySeverity(JsonInput json) throws IOException {
        String text = json.textOf("security-severity");
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** What stays the same when lines move: the tool's fingerprint, else the surrounding source, else null. */
    @CheckForNull
    String identity() {
        String own = fingerprints.text();
        String source = own == null ? place.source() : own;
        return source == null ? place.logicalName : source;
    }

    private static String orElse(@CheckForNull String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
