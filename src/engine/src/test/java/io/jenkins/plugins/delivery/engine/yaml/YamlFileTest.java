package io.jenkins.plugins.delivery.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlFileTest {
    @Test
    void readsPlainValues() {
        Object root = YamlFile.parse("a.yaml", "a: 1\nb: [x, true, null, 1.5]\nc: {d: '2'}")
                .root();
        assertThat(root).isEqualTo(Map.of("a", 1, "b", Arrays.asList("x", true, null, 1.5), "c", Map.of("d", "2")));
    }

    @Test
    void placesWhatAReaderRefuses() {
        YamlFile yaml = YamlFile.parse("a.yaml", "checks:\n  - path: /\n  - path: [x]\n");
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> yaml.read(root -> {
                    throw new ArgumentException("checks[1].path.deeper", "expected text");
                }))
                .withMessage("a.yaml:3:11: checks[1].path.deeper: expected text");
        assertThat(yaml.where("checks[1]")).isEqualTo("a.yaml:3");
    }

    @Test
    void refusesBrokenAndHostileFiles() {
        refused("a: [1", "a.yaml:");
        refused("a: 1\na: 2", "a.yaml:2:1", "a");
        refused("a: !!java.net.URL [http://localhost]\n---\nb: 1", "a.yaml");
        refused("[".repeat(5000) + "]".repeat(5000), "levels");
        refused("a: &a [1]\nb: &b [*a,*a]\n" + bomb(), "a.yaml");
    }

    private static String bomb() {
        StringBuilder yaml = new StringBuilder("x0: &x0 [lol]\n");
        for (int i = 1; i < 12; i++) {
            yaml.append("x%d: &x%d %s\n"
                    .formatted(
                            i,
                            i,
                            List.of("*x" + (i - 1), "*x" + (i - 1), "*x" + (i - 1), "*x" + (i - 1), "*x" + (i - 1))));
        }
        return yaml.toString();
    }

    private static void refused(String text, String... words) {
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> YamlFile.parse("a.yaml", text))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }
}
