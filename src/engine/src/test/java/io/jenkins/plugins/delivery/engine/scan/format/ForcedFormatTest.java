package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.ReportFiles;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForcedFormatTest {
    private static ScanReport read(String format, String content, boolean allowEmpty) throws IOException {
        ReportReader forced =
                format == null ? null : ReportFormats.named(format).orElseThrow();
        ReportFile file = ReportFile.of("report", content.getBytes(StandardCharsets.UTF_8));
        return new ReportFiles(new Fingerprints(Collected.KEY), forced, allowEmpty).read(List.of(file));
    }

    @Test
    void anotherFormatThanTheNamedOneIsNoCleanScan() {
        String trivy = "{\"SchemaVersion\": 2, \"ArtifactName\": \"a\", \"Results\": []}";
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> read("grype", trivy, false))
                .withMessageContaining("expected Grype, but this is something else");
    }

    @Test
    void anEmptyListIsACleanScanOnlyOfANamedFormat() throws IOException {
        assertThat(read("gitleaks", "[]", false).runs()).containsExactly("Gitleaks");
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> read(null, "[]", false))
                .withMessageContaining("an empty list may be anybody's: say its format");
        assertThatExceptionOfType(ReportFormatException.class).isThrownBy(() -> read("gitleaks", "[", false));
    }

    @Test
    void aReportWithoutARunProvesNothingUnlessThatIsAllowed() throws IOException {
        String nothing = "{\"version\": \"2.1.0\", \"runs\": []}";
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> read(null, nothing, false))
                .withMessageContaining("nothing was scanned");
        assertThat(read(null, nothing, true).findings()).isEmpty();
    }

    @Test
    void everyFormatHasAnIdOfItsOwn() {
        assertThat(ReportFormats.ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
    }
}
