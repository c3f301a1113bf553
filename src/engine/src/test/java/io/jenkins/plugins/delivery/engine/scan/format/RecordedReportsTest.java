package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reports that scanners really wrote, with independently counted findings. They are not part of this repository: they lie
 * in {@code shared/reports} beside it, or where the system property {@code delivery.reports} says.
 */
class RecordedReportsTest {
    /** Formats whose files have the same shape as another's, and which its reader therefore reads. */
    private static final Map<String, String> SAME_SHAPE = Map.ofEntries(
            Map.entry("pnpm-audit", "npm-audit"),
            Map.entry("trivy-k8s", "trivy"),
            Map.entry("cyclonedx-json", "cyclonedx"),
            Map.entry("cyclonedx-xml", "cyclonedx"),
            Map.entry("dependency-check-json", "dependency-check"),
            Map.entry("dependency-check-xml", "dependency-check"),
            Map.entry("nikto-json", "nikto"),
            Map.entry("nikto-xml", "nikto"),
            Map.entry("zap-json", "zap"),
            Map.entry("zap-xml", "zap"),
            Map.entry("gitlab-sast", "gitlab"),
            Map.entry("gitlab-dependency-scanning", "gitlab"),
            Map.entry("gitlab-container-scanning", "gitlab"),
            Map.entry("gitlab-secret-detection", "gitlab"));

    @TestFactory
    Stream<DynamicTest> findsWhatTheToolReported() throws IOException {
        Path reports = Path.of(System.getProperty("delivery.reports", "../../../shared/reports"));
        if (!Files.exists(reports.resolve("index.json"))) {
            return Stream.of(DynamicTest.dynamicTest(
                    "recorded reports", () -> abort("Skipped: no recorded scanner reports at " + reports + ".")));
        }
        JsonNode index =
                new ObjectMapper().readTree(reports.resolve("index.json").toFile());
        return StreamSupport.stream(index.spliterator(), false)
                .map(entry -> DynamicTest.dynamicTest(entry.path("file").asText(), () -> check(reports, entry)));
    }

    private static String reader(JsonNode entry) {
        String format = entry.path("format").asText();
        return SAME_SHAPE.getOrDefault(format, format);
    }

    private static void check(Path reports, JsonNode entry) throws IOException {
        String name = entry.path("file").asText();
        ReportFile file = ReportFile.of(name, reports.resolve(name));
        JsonNode expected = entry.path("expected");
        if (!expected.path("parsable").asBoolean()) {
            assertThatExceptionOfType(ReportFormatException.class).isThrownBy(() -> Collected.detected(file));
            return;
        }
        assertThat(ReportFormats.detect(file).id()).isEqualTo(reader(entry));
        Collected collected = Collected.detected(file);
        boolean vex = entry.path("format").asText().startsWith("cyclonedx");
        assertThat(vex ? collected.byStatedSeverityOfAll() : collected.byStatedSeverity())
                .isEqualTo(counts(expected.path("bySeverity")));
        assertThat(collected.runs).isNotEmpty();
    }

    private static Map<String, Integer> counts(JsonNode bySeverity) {
        Map<String, Integer> counts = new TreeMap<>();
        bySeverity
                .fields()
                .forEachRemaining(
                        word -> counts.put(word.getKey(), word.getValue().asInt()));
        return counts;
    }
}
