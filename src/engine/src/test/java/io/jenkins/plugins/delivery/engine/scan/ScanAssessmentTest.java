package io.jenkins.plugins.delivery.engine.scan;

import static io.jenkins.plugins.delivery.engine.scan.Findings.code;
import static io.jenkins.plugins.delivery.engine.scan.Findings.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScanAssessmentTest {
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
}
