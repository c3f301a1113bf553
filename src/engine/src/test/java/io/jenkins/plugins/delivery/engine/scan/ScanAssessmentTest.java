package io.jenkins.plugins.delivery.engine.scan;

import static io.jenkins.plugins.delivery.engine.scan.Findings.code;
import static io.jenkins.plugins.delivery.engine.scan.Findings.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanAssessmentTest {
    @TempDir
    Path folder;

    @Test
    void comparesWithTheBaseline() {
        FindingDraft kept = code("lint", "A", "a.c", 1, "kept");
        FindingDraft gone = code("lint", "B", "a.c", 2, "gone");
        FindingDraft fresh = code("lint", "C", "a.c", 3, "fresh");
        Baseline baseline = Baseline.of("shop #1", report(kept, gone).findings());
        ScanAssessment assessment = ScanAssessment.of(
                report(fresh, kept),
                baseline,
                ScanPolicy.of(Gate.defaults(), Suppressions.none()),
                LocalDate.of(2026, 6, 1));
        assertThat(assessment.findings())
                .extracting(assessed -> assessed.finding().rule() + " " + assessed.standing())
                .containsExactly("C NEW", "A OUTSTANDING", "B FIXED");
        assertThat(assessment.total()).isEqualTo(2);
        assertThat(assessment.count(Standing.FIXED)).isEqualTo(1);
        assertThat(assessment.baseline()).isEqualTo("shop #1");
    }

    @Test
    void storesFindingsAndReadsAnyPageOfThem() throws IOException {
        List<AssessedFinding> findings = new ArrayList<>();
        for (int i = 0; i < 1003; i++) {
            Finding finding =
                    report(code("lint", "R" + i, "a.c", i, "x")).findings().get(0);
            findings.add(new AssessedFinding(finding, Standing.NEW, ""));
        }
        FindingStore store = new FindingStore(folder.resolve("scan.findings"));
        store.write(findings);
        assertThat(store.size()).isEqualTo(1003);
        assertThat(store.readAll()).isEqualTo(findings);
        assertThat(store.page(245, 10)).isEqualTo(findings.subList(245, 255));
        assertThat(store.page(1000, 50)).isEqualTo(findings.subList(1000, 1003));
        assertThat(store.page(2000, 50)).isEmpty();
        store.write(List.of());
        assertThat(store.readAll()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotWhole() throws IOException {
        Path file = folder.resolve("scan.findings");
        FindingStore store = new FindingStore(file);
        store.write(List.of());
        Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertThatIOException().isThrownBy(store::readAll).withMessageContaining("not a complete file of findings");
    }
}
