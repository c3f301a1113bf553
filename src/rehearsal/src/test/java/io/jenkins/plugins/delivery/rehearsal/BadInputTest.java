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

/** One clear message with place and remedy, an exit code other than 0, and no stack trace. */
class BadInputTest {
    @TempDir
    private Path root;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aSyntaxError() throws IOException {
        rehearse("node {\n  echo 'open\n}\n");

        assertThat(said()).contains("Jenkinsfile:2", "expecting").doesNotContain("startup failed");
    }

    @Test
    void anUnknownStep() throws IOException {
        rehearse("node {\n  ecko 'hello'\n}\n");

        assertThat(said()).contains("Jenkinsfile:2", "ecko", "echo");
    }

    @Test
    void aMisspeltArgument() throws IOException {
        rehearse("node {\n  archiveArtifacts artefacts: '*.txt'\n}\n");

        assertThat(said()).contains("Jenkinsfile:2", "artefacts", "artifacts");
    }

    @Test
    void aMistypedArgument() throws IOException {
        rehearse("timeout(time: 'soon', unit: 'MINUTES') {\n  echo 'hello'\n}\n");

        assertThat(said()).contains("Jenkinsfile:1", "time");
    }

    @Test
    void aMissingFile() throws IOException {
        rehearse("node {\n  echo readFile('nowhere.txt')\n}\n");

        assertThat(said()).contains("Jenkinsfile:2", "There is no file", "nowhere.txt");
    }

    @Test
    void aValueThatCannotBeSaved() throws IOException {
        rehearse("def matcher = 'a' =~ /a/\nsleep 1\necho \"${matcher.matches()}\"\n");

        assertThat(said()).contains("java.util.regex.Matcher", "matcher");
    }

    @Test
    void noPermissionToWrite() throws IOException {
        Files.writeString(root.resolve("target"), "a file where the folder should be");

        assertThat(code("echo 'hello'")).isEqualTo(Main.NOT_REHEARSED);
        assertThat(said()).contains("target").doesNotContain("\tat ");
    }

    private void rehearse(String script) throws IOException {
        assertThat(code(script)).isEqualTo(Main.OTHER_RESULT);
        assertThat(said()).contains("FAILURE").doesNotContain("\tat ", "Exception:");
        assertThat(root.resolve("target/rehearsal/index.html")).exists();
    }

    private int code(String script) throws IOException {
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
