package io.jenkins.plugins.delivery.engine.analysis.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/analysis.md says of the presets is what they ask. */
class PresetReferenceTest {
    @Test
    void everyQueryIsDocumentedAsItIs() throws IOException {
        Path docs = Path.of("").toAbsolutePath();
        while (!Files.exists(docs.resolve("docs/analysis.md"))) {
            docs = docs.getParent();
        }
        String page = Files.readString(docs.resolve("docs/analysis.md"));
        for (SeriesSource source : SeriesSource.values()) {
            assertThat(page).contains(section(source));
        }
        assertThat(MetricPreset.names()).allMatch(page::contains);
    }

    private static String section(SeriesSource source) {
        List<String> lines = new ArrayList<>();
        lines.add("### " + source.id());
        lines.add("");
        for (MetricPreset preset : MetricPreset.values()) {
            if (!preset.ofPods()) {
                lines.add("    # " + preset.id());
                lines.add("    " + source.queries(preset).value());
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
