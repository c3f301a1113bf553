package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import java.io.IOException;

/**
 * An {@code invocation} (SARIF 2.1.0, section 3.20): one that was not successful makes the scan incomplete, with the
 * tool's own words.
 */
final class SarifInvocation {
    /** SpotBugs counts "there are findings" as no success; its other signals are ERROR and MISSING CLASS. */
    private static final String ONLY_FINDINGS = "BUGS FOUND";

    private boolean failed;

    @CheckForNull
    private String exit;

    @CheckForNull
    private String firstError;

    static void read(JsonInput json, SarifRun.Tool tool, FindingSink sink) throws IOException {
        SarifInvocation invocation = new SarifInvocation();
        json.object(key -> invocation.field(key, json));
        if (invocation.failed && !ONLY_FINDINGS.equals(invocation.exit)) {
            sink.incomplete(invocation.words(tool.name));
        }
    }

    private void field(String key, JsonInput json) throws IOException {
        switch (key) {
            case "executionSuccessful" -> failed = json.isFalse();
            case "exitCode" -> exit = exit == null ? json.text() : exit;
            case "exitSignalName", "exitCodeDescription" -> exit = json.text() == null ? exit : json.text();
            case "toolExecutionNotifications", "toolConfigurationNotifications" -> json.array(() -> notification(json));
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

    private String words(String tool) {
        String name = tool.isEmpty() ? "The tool" : tool;
        String how = exit == null || exit.isBlank() ? "" : " (" + exit + ")";
        String why = firstError == null ? "" : ": " + firstError.substring(0, Math.min(300, firstError.length()));
        return name + " says that its run did not succeed" + how + why;
    }
}
