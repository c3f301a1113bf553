package io.jenkins.plugins.delivery.engine.scan;

import static io.jenkins.plugins.delivery.engine.scan.Findings.code;
import static io.jenkins.plugins.delivery.engine.scan.Findings.dependency;
import static io.jenkins.plugins.delivery.engine.scan.Findings.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
    private static final String ENTRY = """
            suppressions:
              - id: CVE-2021-44228
                package: log4j-core
                reason: The lookup class is removed.
                expires: 2026-12-31
            """;

    private static ScanAssessment assess(String yaml, LocalDate today, FindingDraft... drafts) {
        return ScanAssessment.of(
                report(drafts),
                Baseline.none(),
                ScanPolicy.of(Gate.defaults(), Suppressions.parse("sup.yaml", yaml)),
                today);
    }

    private static FindingDraft log4j(String name) {
        return dependency("Trivy", "CVE-2021-44228", name, "2.14.1").severity(Severity.CRITICAL, "CRITICAL");
    }

    @Test
    void aSuppressedFindingDoesNotCountButIsListedWithItsReason() {
        ScanAssessment assessment = assess(ENTRY, LAST_DAY, log4j("log4j-core"));
        assertThat(assessment.verdict().passed()).isTrue();
        assertThat(assessment.findings()).singleElement().satisfies(assessed -> {
            assertThat(assessed.standing()).isEqualTo(Standing.SUPPRESSED);
            assertThat(assessed.remark()).isEqualTo("The lookup class is removed. (sup.yaml:2, until 2026-12-31)");
        });
    }

    @Test
    void anExpiredSuppressionFailsLoudlyAndItsFindingCountsAgain() {
        ScanAssessment assessment = assess(ENTRY, LAST_DAY.plusDays(1), log4j("log4j-core"));
        assertThat(assessment.verdict().violations())
                .containsExactly(
                        "the suppression of CVE-2021-44228 expired on 2026-12-31: renew it with a reason or remove it"
                                + " (sup.yaml:2)",
                        "1 CRITICAL in dependencies, 0 allowed: CVE-2021-44228 in log4j-core 2.14.1");
        assertThat(assess(ENTRY, LAST_DAY.plusDays(1)).verdict().passed()).isFalse();
    }

    @Test
    void matchesStrictly() {
        assertThat(assess(ENTRY, LAST_DAY, log4j("log4j-api")).verdict().passed())
                .isFalse();
        String prefix = ENTRY.replace("CVE-2021-44228", "CVE-2021-4422");
        assertThat(assess(prefix, LAST_DAY, log4j("log4j-core")).verdict().passed())
                .isFalse();
    }

    @Test
    void matchesPatternsInFiles() {
        String yaml = """
                - {id: "java/*", path: "src/test/*", reason: test data, expires: 2026-12-31}
                """;
        FindingDraft inTest =
                code("lint", "java/sql", "src/test/A.java", 1, "x").severity(Severity.HIGH, "");
        FindingDraft inMain =
                code("lint", "java/sql", "src/main/A.java", 1, "x").severity(Severity.HIGH, "");
        assertThat(assess(yaml, LAST_DAY, inTest).verdict().passed()).isTrue();
        assertThat(assess(yaml, LAST_DAY, inMain).verdict().passed()).isFalse();
    }

    @Test
    void announcesWhatExpiresWithinTwoWeeksAndWhatMatchesNothing() {
        assertThat(assess(ENTRY, LAST_DAY.minusDays(14), log4j("log4j-core")).notices())
                .isEmpty();
        assertThat(assess(ENTRY, LAST_DAY.minusDays(13)).notices())
                .containsExactly(
                        "The suppression of CVE-2021-44228 expires on 2026-12-31 (sup.yaml:2).",
                        "The suppression of CVE-2021-44228 matches nothing (sup.yaml:2).");
    }

    @Test
    void listsWhatTheScannerSuppressedItself() {
        FindingDraft draft = log4j("x").suppressedInSource("test data");
        assertThat(assess("", LAST_DAY, draft).findings())
                .extracting(AssessedFinding::remark)
                .isEqualTo(List.of("test data (by the scanner)"));
    }

    @Test
    void refusesAnEntryWithoutReasonOrExpiryAndOneThatSuppressesEverything() {
        refused(ENTRY.replaceAll("    reason.*\n", ""), "sup.yaml:2:5", "reason: is missing");
        refused(ENTRY.replaceAll("    expires.*\n", ""), "sup.yaml:2:5", "expires: is missing");
        refused(ENTRY.replace("2026-12-31", "soon"), "sup.yaml:5:14", "'soon' is no date");
        refused(ENTRY.replace("expires", "expire"), "sup.yaml:2:5", "did you mean 'expires'?");
        refused("- {id: '*', reason: r, expires: 2026-12-31}", "would suppress everything");
    }

    private static void refused(String yaml, String... words) {
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> Suppressions.parse("sup.yaml", yaml))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }
}
