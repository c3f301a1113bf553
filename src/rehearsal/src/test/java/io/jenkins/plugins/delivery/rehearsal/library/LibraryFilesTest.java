package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.scan.Suppressions;
import io.jenkins.plugins.delivery.engine.smoke.SmokeArguments;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryFilesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path GUIDE = ROOT.resolve("docs/library.md");

    @Test
    void everyVarIsExplainedWithExactlyWhatItTakes() {
        assertThat(Var.all()).isNotEmpty().allSatisfy(var -> {
            assertThat(var.usage()).contains(var.name());
            assertThat(var.words()).isNotBlank();
            assertThat(var.explained().keySet()).as(var.name()).containsExactlyInAnyOrderElementsOf(var.settings());
        });
    }

    /** {@code -Dlibrary.write} writes it anew. */
    @Test
    void theGuideHasTheHelpOfEveryVar() throws IOException {
        String guide = Files.readString(GUIDE);
        String reference = LibraryReference.of(Var.all());
        int begin = guide.indexOf(LibraryReference.BEGIN);
        if (Boolean.getBoolean("library.write")) {
            Files.writeString(GUIDE, guide.substring(0, begin < 0 ? guide.length() : begin) + reference);
        } else {
            assertThat(guide)
                    .as("run this test with -Dlibrary.write=true after changing the help of a var")
                    .endsWith(reference);
        }
    }

    @Test
    void theTemplatesAreReadable() throws IOException {
        Path resources = ROOT.resolve("resources/io/jenkins/plugins/delivery");
        Suppressions.parse("suppressions.yaml", Files.readString(resources.resolve("suppressions.yaml")));
        String uncommented = Files.readString(resources.resolve("suppressions.yaml"))
                .replace("suppressions: []", "suppressions:")
                .replaceAll("(?m)^#  ", "  ")
                .replaceAll("(?m)^    path:.*\n", "");
        Suppressions.parse("suppressions.yaml", uncommented);
        assertThat(SmokeArguments.parseFile(
                                "smoke.yaml",
                                Files.readString(resources.resolve("smoke.yaml")),
                                Map.of("url", "http://localhost"),
                                SmokeSources.none())
                        .checks())
                .hasSize(3);
        assertThatExceptionOfType(RuntimeException.class)
                .as("the template alone says no address")
                .isThrownBy(() -> SmokeArguments.parseFile(
                        "smoke.yaml", Files.readString(resources.resolve("smoke.yaml")), Map.of(), SmokeSources.none()))
                .withCauseInstanceOf(ArgumentException.class);
    }
}
