package io.jenkins.plugins.delivery.rehearsal;

import io.jenkins.plugins.delivery.rehearsal.runtime.ShellCall;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellInterceptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Leaves behind what a build of this repository leaves behind, without one. */
final class PlayedBuild implements ShellInterceptor {
    private static final String SARIF = """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "SpotBugs"}}, "results": [%s]}]}
            """;
    private static final String FINDING =
            "{\"ruleId\": \"EI_EXPOSE_REP\", \"level\": \"%s\", \"message\": {\"text\": \"x\"}}";
    private static final String TESTS =
            "<testsuite name=\"a.Test\" tests=\"1\" time=\"0.1\"><testcase classname=\"a.Test\" name=\"works\" time=\"0.1\"/></testsuite>";

    private final List<String> scripts = new CopyOnWriteArrayList<>();
    private String findings = "";
    private int exitCode;

    /** SpotBugs finds one thing of this level. */
    void finds(String level) {
        findings = FINDING.formatted(level);
    }

    void fails() {
        exitCode = 1;
    }

    /** What was run, in order. */
    List<String> scripts() {
        return List.copyOf(scripts);
    }

    @Override
    public Optional<ShellOutcome> intercept(ShellCall call) {
        scripts.add(call.script());
        try {
            leave(call.script(), Path.of(call.directory()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new ShellOutcome(exitCode, "", ""));
    }

    private void leave(String script, Path workspace) throws IOException {
        if (script.equals(".ci/run")) {
            write(workspace.resolve("src/plugin/target/spotbugsSarif.json"), SARIF.formatted(findings));
            write(workspace.resolve("src/plugin/target/surefire-reports/TEST-a.Test.xml"), TESTS);
            write(workspace.resolve("src/plugin/target/progressive-delivery.hpi"), "a plugin");
        } else {
            write(workspace.resolve("target/rehearsal/index.html"), "<html></html>");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
