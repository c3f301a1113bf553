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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LibraryFilesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern DEFAULT = Pattern.compile("(\\w+): ");

    private static List<String> vars() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("vars"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".groovy"))
                    .map(name -> name.replace(".groovy", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyVarIsExplainedInItsHelpAndInTheGuide() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/library.md"));
        assertThat(vars()).isNotEmpty().allSatisfy(name -> {
            assertThat(ROOT.resolve("vars/" + name + ".txt")).content().contains(name);
            assertThat(guide).containsPattern("`" + name + "`|## " + name);
        });
    }

    @Test
    void everySettingIsExplainedInTheHelpOfItsVar() throws IOException {
        for (String name : vars()) {
            String code = Files.readString(ROOT.resolve("vars/" + name + ".groovy"));
            int from = code.indexOf("checkedSettings('" + name + "', given,");
            if (from >= 0) {
                String defaults = code.substring(code.indexOf('[', from), code.indexOf("])", from));
                String help = Files.readString(ROOT.resolve("vars/" + name + ".txt"));
                Matcher setting = DEFAULT.matcher(defaults);
                while (setting.find()) {
                    assertThat(help).as(name).containsPattern("(?m)^" + setting.group(1) + " ");
                }
            }
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
