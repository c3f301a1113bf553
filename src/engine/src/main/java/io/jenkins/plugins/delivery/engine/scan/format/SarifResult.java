package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One {@code result} as it stands in the file (SARIF 2.1.0, section 3.27). */
final class SarifResult {
    @CheckForNull
    String ruleId;

    int ruleIndex = -1;
    int extension = -1;

    @CheckForNull
    String level;

    String kind = "fail";
    boolean absent;
    double securitySeverity = Double.NaN;

    @CheckForNull
    String text;

    @CheckForNull
    private String messageId;

    private List<String> arguments = List.of();

    String uri = "";
    int artifact = -1;
    int line;

    @CheckForNull
    private String snippet;

    @CheckForNull
    private String logicalName;

    private Map<String, String> fingerprints = Map.of();
    private Map<String, String> partialFingerprints = Map.of();

    @CheckForNull
    String suppressed;

    static SarifResult read(JsonInput json) throws IOException {
        SarifResult result = new SarifResult();
        json.object(key -> result.field(key, json));
        return result;
    }

    private void field(String key, JsonInput json) throws IOException {
        switch (key) {
            case "ruleId" -> ruleId = json.text();
            case "ruleIndex" -> ruleIndex = json.number(-1);
            case "rule" -> rule(json);
            case "level" -> level = json.text();
            case "kind" -> kind = orElse(json.text(), "fail");
            case "baselineState" -> absent = "absent".equals(json.text());
            case "message" -> message(json);
            case "locations" -> locations(json);
            case "fingerprints" -> fingerprints = texts(json);
            case "partialFingerprints" -> partialFingerprints = texts(json);
            case "suppressions" -> suppressed = new SarifSuppressions().read(json);
            case "properties" -> securitySeverity = securitySeverity(json);
            default -> {
                // Code flows, fixes and attachments are no part of a finding.
            }
        }
    }

    private void rule(JsonInput json) throws IOException {
        json.object(key -> {
            switch (key) {
                case "id" -> ruleId = json.text();
                case "index" -> ruleIndex = json.number(-1);
                case "toolComponent" ->
                    json.object(part -> {
                        if (part.equals("index")) {
                            extension = json.number(-1);
                        }
                    });
                default -> {
                    // A guid says no more than the index.
                }
            }
        });
    }

    private void message(JsonInput json) throws IOException {
        if (!json.isObject()) {
            text = json.text();
            return;
        }
        json.object(key -> {
            switch (key) {
                case "text" -> text = json.text();
                case "markdown" -> text = text == null ? json.text() : text;
                case "id" -> messageId = json.text();
                case "arguments" -> arguments = json.texts();
                default -> {
                    // Properties of a message say nothing of the problem.
                }
            }
        });
    }

    /** The first location with a file is the place; further ones belong to the same problem. */
    private void locations(JsonInput json) throws IOException {
        json.array(() -> {
            if (uri.isEmpty() && artifact < 0) {
                json.object(key -> {
                    if (key.equals("physicalLocation")) {
                        json.object(part -> physical(part, json));
                    } else if (key.equals("logicalLocations") && logicalName == null) {
                        json.array(() -> logicalName = json.textOf("fullyQualifiedName"));
                    }
                });
            }
        });
    }

    private void physical(String part, JsonInput json) throws IOException {
        if (part.equals("artifactLocation")) {
            json.object(key -> {
                if (key.equals("uri")) {
                    uri = orElse(json.text(), "");
                } else if (key.equals("index")) {
                    artifact = json.number(-1);
                }
            });
        } else if (part.equals("region")) {
            json.object(key -> {
                if (key.equals("startLine")) {
                    line = json.number(0);
                } else if (key.equals("snippet")) {
                    snippet = json.textOf("text");
                }
            });
        }
    }

    private static double securitySeverity(JsonInput json) throws IOException {
        String text = json.textOf("security-severity");
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Map<String, String> texts(JsonInput json) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        json.object(key -> {
            String value = json.text();
            if (value != null) {
                texts.put(key, value);
            }
        });
        return texts;
    }

    /** What stays the same when lines move: the tool's fingerprint, else the surrounding source, else null. */
    @CheckForNull
    String identity() {
        if (!fingerprints.isEmpty()) {
            return fingerprints.values().toString();
        }
        StringBuilder parts = new StringBuilder();
        for (Map.Entry<String, String> part : partialFingerprints.entrySet()) {
            // A column changes when a line is indented anew.
            if (!part.getKey().toLowerCase(Locale.ROOT).contains("column")) {
                parts.append(part.getValue()).append('\n');
            }
        }
        if (parts.length() > 0) {
            return parts.toString();
        }
        return snippet == null || snippet.isBlank() ? logicalName : snippet;
    }

    String message(SarifRule rule) {
        if (text != null && !text.isBlank()) {
            return text;
        }
        return messageId == null ? rule.title() : rule.message(messageId, arguments);
    }

    private static String orElse(@CheckForNull String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
