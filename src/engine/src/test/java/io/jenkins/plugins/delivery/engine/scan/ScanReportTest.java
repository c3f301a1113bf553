package io.jenkins.plugins.delivery.engine.scan;

import static io.jenkins.plugins.delivery.engine.scan.Findings.code;
import static io.jenkins.plugins.delivery.engine.scan.Findings.dependency;
import static io.jenkins.plugins.delivery.engine.scan.Findings.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScanReportTest {
    @Test
    void mergesTheSameAdvisoryOfTheSamePackageSeenByTwoTools() {
        ScanReport report = report(
                dependency("npm audit", "GHSA-aaaa", "qs", "<6")
                        .alias("CVE-2024-1")
                        .severity(Severity.MEDIUM, "moderate"),
                dependency("Trivy", "CVE-2024-1", "qs", "5.9").severity(Severity.HIGH, "HIGH"));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.witnesses()).containsExactly("npm audit", "Trivy");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.names()).containsExactly("GHSA-aaaa", "CVE-2024-1");
        });
    }

    @Test
    void keepsTheSamePackageWithTwoAdvisoriesApart() {
        ScanReport report = report(dependency("Trivy", "CVE-1", "qs", "5"), dependency("Trivy", "CVE-2", "qs", "5"));
        assertThat(report.findings()).hasSize(2);
    }

    @Test
    void keepsTheSameTextTwiceInOneFileApart() {
        ScanReport report = report(
                code("lint", "A", "a.c", 1, "gets"),
                code("lint", "A", "a.c", 9, "gets"),
                code("lint", "A", "a.c", 12, "gets"));
        assertThat(report.fingerprints()).hasSize(3);
    }

    @Test
    void countsEachSeverityAndKindThatIsThere() {
        ScanReport report = report(
                code("lint", "A", "a.c", 1, "x").severity(Severity.LOW, "note"),
                code("lint", "B", "a.c", 1, "x").severity(Severity.LOW, "note"),
                dependency("Trivy", "CVE-1", "qs", "5").severity(Severity.HIGH, "HIGH"));
        assertThat(report.bySeverity()).isEqualTo(Map.of(Severity.LOW, 2, Severity.HIGH, 1));
        assertThat(report.byKind()).isEqualTo(Map.of(Kind.CODE, 2, Kind.DEPENDENCY, 1));
    }

    @Test
    void givesOtherFingerprintsToAnotherKey() {
        Fingerprints other = new Fingerprints(new byte[16]);
        FindingDraft draft = code("lint", "A", "a.c", 1, "x");
        assertThat(other.digestOf(draft, null))
                .isNotEqualTo(Findings.fingerprints().digestOf(draft, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprints(new byte[15]));
    }

    @Test
    void givesTheSameFingerprintOnWindowsAndElsewhere() {
        assertThat(report(code("lint", "A", "src\\a.c", 1, "x")).fingerprints())
                .isEqualTo(report(code("lint", "A", "src/a.c", 5, " x\r\n")).fingerprints());
    }
}
