package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An {@code invocation} (SARIF 2.1.0, section 3.20): one that was not successful makes the scan incomplete, with the
 * tool's own words. It may override the levels of rules.
 */
final class SarifInvocation {
    /** SpotBugs counts "there are findings" as no success; its other signals are ERROR and MISSING CLASS. */
    private static final String ONLY_FINDINGS = "BUGS FOUND";

    private final Map<SarifReference, String> overrides = new LinkedHashMap<>();
    private Map<SarifRule, String> levels = Map.of();
    private boolean failed;

    @CheckForNull
    private String exit;

    @CheckForNull
    private String firstError;

    static SarifInvocation read(JsonInput json) throws IOException {
        SarifInvocation invocation = new SarifInvocation();
        json.object(key -> invocation.field(key, json));
        return invocation;
    }

    private void field(String key, JsonInput json) throws IOException {
        switch (key) {
            case "executionSuccessful" -> failed = json.isFalse();
            case "exitCode" -> exit = exit == null ? json.text() : exit;
            case "exitSignalName", "exitCodeDescription" -> exit = json.text() == null ? exit : json.text();
            case "toolExecutionNotifications", "toolConfigurationNotifications" -> json.array(() -> notification(json));
            case "ruleConfigurationOverrides" -> json.array(() -> override(json));
            default -> {
                // Command lines may hold secrets.
            }
        }
    }

    private void notification(JsonInput json) throws IOException {
        String[] levelAndText = new String[2];
        json.object(key -> {
            if (key.equals("level")) {
                levelAndText[0] = json.text();
            } else if (key.equals("message")) {
                levelAndText[1] = json.textOf("text");
            }
        });
        if (firstError == null && "error".equals(levelAndText[0])) {
            firstError = levelAndText[1];
        }
    }

    private void override(JsonInput json) throws IOException {
        SarifReference[] descriptor = new SarifReference[1];
        String[] level = new String[1];
        json.object(key -> {
            if (key.equals("descriptor")) {
                descriptor[0] = SarifReference.read(json);
            } else if (key.equals("configuration")) {
                level[0] = json.textOf("level");
            }
        });
        if (descriptor[0] != null && level[0] != null) {
            overrides.put(descriptor[0], level[0]);
        }
    }

    /** The level that this invocation gives to a rule instead of its default, or null. */
    @CheckForNull
    String level(SarifRule rule, SarifRun run) {
        if (overrides.isEmpty()) {
            return null;
        }
        if (levels.isEmpty()) {
            levels = new IdentityHashMap<>();
            overrides.forEach((reference, level) -> levels.put(run.rule(reference), level));
        }
        return levels.get(rule);
    }

    boolean changesLevels() {
        return !overrides.isEmpty();
    }

    void tell(String tool, FindingSink sink) {
        if (failed && !ONLY_FINDINGS.equals(exit)) {
            sink.incomplete(words(tool));
        }
    }

    private String words(String tool) {
        String name = tool.isEmpty() ? "The tool" : tool;
        String how = exit == null || exit.isBlank() ? "" : " (" + exit + ")";
        String why = firstError == null ? "" : ": " + firstError.substring(0, Math.min(300, firstError.length()));
        return name + " says that its run did not succeed" + how + why;
    }
}
