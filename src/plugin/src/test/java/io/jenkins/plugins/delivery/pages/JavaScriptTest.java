package io.jenkins.plugins.delivery.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages' modules by the tools of their own language, where these are on the machine. */
class JavaScriptTest {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private static final String NO_NODE =
            "skipped: no Node.js 20 or later on this machine, so no module was tested by itself";
    private static final String NO_TOOLS =
            "skipped: nothing is in src/node_modules, so modules were not linted; npm ci in src puts it there";

    @Test
    void unit_tests_of_the_modules_pass() throws Exception {
        assumeTrue(node() >= 20, NO_NODE);
        List<String> command = new ArrayList<>(List.of("node", "--test"));
        try (Stream<Path> files = Files.list(Path.of("src/test/js"))) {
            files.map(file -> file.toAbsolutePath().toString()).sorted().forEach(command::add);
        }
        passes(command);
    }

    @Test
    void the_modules_are_as_the_linter_wants_them() throws Exception {
        passes(tool(
                "eslint/bin/eslint.js",
                "plugin/src/main/webapp/js",
                "plugin/src/test/js",
                "rehearsal/src/main/webapp"));
    }

    @Test
    void the_types_that_the_modules_state_hold() throws Exception {
        passes(tool("typescript/bin/tsc", "--project", "tsconfig.json"));
    }

    private static List<String> tool(String script, String... arguments) throws IOException, InterruptedException {
        assumeTrue(node() >= 20, NO_NODE);
        Path file = SOURCES.resolve("node_modules").resolve(script);
        assumeTrue(Files.exists(file), NO_TOOLS);
        List<String> command = new ArrayList<>(List.of("node", file.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static int node() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Integer.parseInt(said.strip().replaceFirst("v(\\d+).*", "$1")) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void passes(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(SOURCES.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
