package io.jenkins.plugins.delivery.engine.scan;

import static io.jenkins.plugins.delivery.engine.scan.Findings.code;
import static io.jenkins.plugins.delivery.engine.scan.Findings.dependency;
import static io.jenkins.plugins.delivery.engine.scan.Findings.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanAssessmentTest {
    @Test
    void comparesWithTheBaseline() {
        FindingDraft kept = code("lint", "A", "a.c", 1, "kept");
        FindingDraft gone = code("lint", "B", "a.c", 2, "gone");
        FindingDraft fresh = code("lint", "C", "a.c", 3, "fresh");
        Baseline baseline = Baseline.of("shop #1", report(kept, gone).findings());
        ScanAssessment assessment = assess(report(fresh, kept), baseline);
        assertThat(assessment.findings())
                .extracting(assessed -> assessed.finding().rule() + " " + assessed.standing())
                .containsExactly("C NEW", "A OUTSTANDING", "B FIXED");
        assertThat(assessment.total()).isEqualTo(2);
        assertThat(assessment.count(Standing.FIXED)).isEqualTo(1);
        assertThat(assessment.baseline()).isEqualTo("shop #1");
    }

    @Test
    void comparesWithWhatWasStoredOfAnEarlierBuild(@TempDir Path folder) throws IOException {
        FindingDraft[] before = {
            code("lint", "A", "a.c", 1, "twice"),
            code("lint", "A", "a.c", 9, "twice"),
            dependency("trivy", "CVE-1", "qs", "6.5.2").alias("GHSA-1"),
            dependency("trivy", "CVE-1", "qs", "6.5.3"),
            dependency("trivy", "CVE-2", "lodash", "4.17.0")
        };
        FindingStore store = new FindingStore(folder.resolve("scan.findings"));
        store.write(assess(report(before), Baseline.none()).findings());
        Baseline first = Baseline.of("shop #1", store);
        assertThat(standings(assess(report(before), first))).hasSize(5).allMatch(each -> each.endsWith("OUTSTANDING"));

        ScanAssessment second = assess(report(before[0], before[2], before[3]), first);
        assertThat(standings(second))
                .containsExactly(
                        "A at a.c:1 OUTSTANDING",
                        "CVE-1 in qs 6.5.2 OUTSTANDING",
                        "CVE-1 in qs 6.5.3 OUTSTANDING",
                        "A at a.c:9 FIXED",
                        "CVE-2 in lodash 4.17.0 FIXED");
        store.write(second.findings());
        FindingDraft underAnotherName = dependency("grype", "GHSA-1", "qs", "6.5.2");
        assertThat(standings(assess(report(before[4], underAnotherName), Baseline.of("shop #2", store))))
                .as("what was fixed is new when it comes back; an advisory has several names")
                .contains("CVE-2 in lodash 4.17.0 NEW", "GHSA-1 in qs 6.5.2 OUTSTANDING");
    }

    @Test
    void aFileOfFindingsThatIsNoneOfOursIsNoBaseline(@TempDir Path folder) throws IOException {
        Finding known = report(code("lint", "A", "a.c", 1, "x")).findings().get(0);
        Finding strange = new Finding(
                "not-a-fingerprint",
                known.otherFingerprints(),
                known.witnesses(),
                known.rule(),
                known.aliases(),
                known.kind(),
                known.severity(),
                known.statedSeverity(),
                known.message(),
                known.place(),
                known.component(),
                known.suppressedInSource());
        FindingStore store = new FindingStore(folder.resolve("scan.findings"));
        store.write(List.of(new AssessedFinding(strange, Standing.NEW, "")));
        assertThatIOException()
                .isThrownBy(() -> Baseline.of("shop #1", store))
                .withMessageContaining("The findings of shop #1 cannot be compared with");
    }

    @Test
    void listsTheWorstAndNewestFirstThenByRuleAndPlace() {
        FindingDraft high = code("lint", "Z", "z.c", 1, "worst").severity(Severity.HIGH, "");
        FindingDraft tenth = code("lint", "A", "a.c", 10, "tenth");
        FindingDraft second = code("lint", "A", "a.c", 2, "second");
        FindingDraft silent = code("lint", "A", "a.c", 3, "silent")
                .severity(Severity.CRITICAL, "")
                .suppressedInSource("noqa");
        assertThat(standings(assess(report(silent, tenth, second, high), Baseline.none())))
                .containsExactly(
                        "Z at z.c:1 OUTSTANDING",
                        "A at a.c:2 OUTSTANDING",
                        "A at a.c:10 OUTSTANDING",
                        "A at a.c:3 SUPPRESSED");
    }

    private static ScanAssessment assess(ScanReport report, Baseline baseline) {
        ScanPolicy policy = ScanPolicy.of(Gate.defaults(), Suppressions.none());
        return ScanAssessment.of(report, baseline, policy, LocalDate.of(2026, 6, 1));
    }

    private static List<String> standings(ScanAssessment assessment) {
        return assessment.findings().stream()
                .map(assessed -> assessed.finding().label() + " " + assessed.standing())
                .toList();
    }
}
