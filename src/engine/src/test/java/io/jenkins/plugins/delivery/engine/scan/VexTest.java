package io.jenkins.plugins.delivery.engine.scan;

import static io.jenkins.plugins.delivery.engine.scan.Findings.dependency;
import static io.jenkins.plugins.delivery.engine.scan.Findings.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.scan.VexStatement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VexTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static final String DIGEST = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static VexStatement statement(Status status, String purl, Instant time) {
        return new VexStatement(
                List.of("CVE-1", "GHSA-1"), List.of(purl), status, "never called", time, "vex.json, statements[0]");
    }

    private static ScanAssessment assess(FindingDraft draft, VexStatement... statements) {
        ScanPolicy policy = new ScanPolicy(
                Gate.defaults(),
                List.of(),
                Suppressions.none(),
                Vex.of(List.of(statements), "registry.example.com/shop:1.2@sha256:" + DIGEST));
        return ScanAssessment.of(
                report(draft.severity(Severity.HIGH, "")), Baseline.none(), policy, LocalDate.of(2026, 6, 1));
    }

    private static AssessedFinding only(ScanAssessment assessment) {
        assertThat(assessment.findings()).hasSize(1);
        return assessment.findings().get(0);
    }

    @Test
    void whatIsNotAffectedOrFixedIsListedAsSuppressedWithItsJustification() {
        for (Status status : List.of(Status.NOT_AFFECTED, Status.FIXED)) {
            ScanAssessment assessment =
                    assess(dependency("a", "GHSA-1", "qs", "6.5.2"), statement(status, "pkg:npm/qs@6.5.2", FIRST));
            assertThat(assessment.verdict().passed()).isTrue();
            assertThat(only(assessment).standing()).isEqualTo(Standing.SUPPRESSED);
            assertThat(only(assessment).remark())
                    .startsWith("VEX: ")
                    .endsWith(", never called (vex.json, statements[0])");
        }
    }

    @Test
    void whatIsUnderInvestigationOrAffectedCountsAndSaysSo() {
        for (Status status : List.of(Status.UNDER_INVESTIGATION, Status.AFFECTED)) {
            ScanAssessment assessment =
                    assess(dependency("a", "CVE-1", "qs", "6.5.2"), statement(status, "pkg:npm/qs", FIRST));
            assertThat(assessment.verdict().passed()).isFalse();
            assertThat(only(assessment).remark()).startsWith("VEX: ");
        }
    }

    @Test
    void theLatestStatementCounts() {
        VexStatement early = statement(Status.NOT_AFFECTED, "pkg:npm/qs", FIRST);
        VexStatement late = statement(Status.AFFECTED, "pkg:npm/qs", FIRST.plusSeconds(1));
        FindingDraft draft = dependency("a", "CVE-1", "qs", "6.5.2");
        assertThat(assess(draft, early, late).verdict().passed()).isFalse();
        assertThat(assess(draft, late, early).verdict().passed()).isFalse();
    }

    @Test
    void aStatementOnAnotherVersionPackageOrVulnerabilityDoesNothingAndIsTold() {
        for (String purl : List.of("pkg:npm/qs@6.5.3", "pkg:npm/qs-esm@6.5.2", "pkg:oci/shop@sha256:1", "qs")) {
            ScanAssessment assessment =
                    assess(dependency("a", "CVE-1", "qs", "6.5.2"), statement(Status.FIXED, purl, FIRST));
            assertThat(assessment.verdict().passed()).as(purl).isFalse();
            assertThat(assessment.notices())
                    .containsExactly("The VEX statement on CVE-1, GHSA-1 matches nothing (vex.json, statements[0]).");
        }
        assertThat(assess(dependency("a", "CVE-2", "qs", "6"), statement(Status.FIXED, "pkg:npm/qs", FIRST))
                        .verdict()
                        .passed())
                .isFalse();
        assertThat(assess(dependency("a", "CVE-1", "qs", ""), statement(Status.FIXED, "pkg:npm/qs@6", FIRST))
                        .verdict()
                        .passed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:" + DIGEST,
                "pkg:oci/shop",
                "pkg:oci/shop?tag=1.2",
                "pkg:oci/shop@sha256%3A" + DIGEST + "?tag=other",
                "pkg:oci/shop@sha256:" + DIGEST + "?repository_url=registry.example.com/shop&arch=amd64",
                "pkg:docker/shop@1.2?repository_url=registry.example.com"
            })
    void aStatementOnTheImageAloneIsAboutEveryPackageInIt(String product) {
        ScanAssessment assessment = assess(
                dependency("a", "CVE-1", "qs", "6.5.2").inImage(true), statement(Status.NOT_AFFECTED, product, FIRST));
        assertThat(only(assessment).standing()).isEqualTo(Standing.SUPPRESSED);
        assertThat(assessment.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "pkg:oci/shop@sha256:ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "pkg:oci/shop?tag=1.3",
                "pkg:oci/hop?tag=1.2",
                "pkg:oci/shop?repository_url=registry.example.org/shop",
                "pkg:docker/shop@1.2?repository_url=docker.io",
                "pkg:oci/qs",
                "pkg:docker/qs@6.5.2"
            })
    void aStatementOnAnotherImageIsAboutNothing(String product) {
        ScanAssessment assessment = assess(
                dependency("a", "CVE-1", "qs", "6.5.2").inImage(true), statement(Status.NOT_AFFECTED, product, FIRST));
        assertThat(assessment.verdict().passed()).isFalse();
        assertThat(assessment.notices()).hasSize(1);
    }

    @Test
    void aStatementOnTheImageIsNotAboutWhatWasSeenInFilesToo() {
        ScanReport.Builder both = new ScanReport.Builder(Findings.fingerprints());
        both.lookAtImage(true);
        both.finding(dependency("a", "CVE-1", "qs", "6.5.2"));
        both.finding(dependency("a", "CVE-1", "zlib", "1"));
        both.lookAtImage(false);
        both.finding(dependency("b", "CVE-1", "qs", "6.5.2"));
        assertThat(both.build().findings())
                .extracting(finding -> finding.component().name() + " " + finding.inImage())
                .containsExactly("qs false", "zlib true");
    }

    @Test
    void anImageWithoutADigestIsNotTheOneThatADigestMeans() {
        ImageReference image = ImageReference.parse("nginx:1.27").orElseThrow();
        assertThat(image.isMeantBy("pkg:oci/nginx@sha256:" + DIGEST)).isFalse();
        assertThat(image.isMeantBy("pkg:oci/nginx?repository_url=docker.io/library/nginx"))
                .isTrue();
        assertThat(ImageReference.parse("localhost:5000/shop").orElseThrow())
                .isEqualTo(new ImageReference("localhost:5000/shop", "", ""));
    }

    @Test
    void readsPackageUrls() {
        assertThat(PackageUrl.parse("pkg:npm/%40babel/core@7.1.0?x=1#src"))
                .contains(new PackageUrl("@babel/core", "7.1.0"));
        assertThat(PackageUrl.parse("pkg:maven/org.x/lib")).contains(new PackageUrl("org.x/lib", ""));
        assertThat(PackageUrl.parse("org.x/lib")).isEmpty();
    }
}
