package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** securityScan starts scanners as processes, in a pipeline. */
class ScannersTest {
    private static final String LEAK =
            "[{\"RuleID\":\"aws\",\"File\":\"app.env\",\"StartLine\":1,\"Secret\":\"hunter2\",\"Description\":\"key\"}]";

    @TempDir
    private Path root;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A program of the checkout in the place of a scanner that need not be installed. */
    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(root.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aScannerOfThePathOfTheBuildRunsAndItsFindingsAreJudged() throws IOException {
        program(
                "gitleaks",
                "[ \"$1\" = version ] && echo 8.18.2 && exit 0\n"
                        + "while [ \"$1\" != --report-path ]; do shift; done\necho '" + LEAK + "' > \"$2\"\nexit 3");

        int code = rehearse("""
                node {
                  checkout scm
                  withEnv(["PATH=${pwd()}/bin:/usr/bin:/bin"]) {
                    def scan = securityScan scanners: 'gitleaks', gates: [[kind: 'SECRET', max: 1]]
                    if (scan.byKind.SECRET != 1 || !scan.passed) error "unexpected ${scan}"
                    securityScan scanners: ['gitleaks', 'trivy-fs'], timeout: '60s', name: 'strict'
                  }
                }
                """);

        assertThat(said()).contains("gitleaks 8.18.2: gitleaks detect");
        assertThat(said())
                .contains("1 HIGH in secrets, 0 allowed", "trivy-fs: 'trivy' is not on the PATH", "https://trivy.dev");
        assertThat(said()).doesNotContain("hunter2");
        assertThat(code).isNotZero();
    }

    private int rehearse(String script) throws IOException {
        Files.writeString(root.resolve("Jenkinsfile"), script);
        Properties properties = new Properties();
        properties.setProperty("user.dir", root.toString());
        properties.setProperty("maven.multiModuleProjectDirectory", root.toString());
        properties.setProperty("pipeline", "Jenkinsfile");
        return Main.run(properties, new PrintStream(bytes, true, StandardCharsets.UTF_8), false, Map.of());
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
