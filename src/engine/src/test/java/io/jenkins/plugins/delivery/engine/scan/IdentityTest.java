package io.jenkins.plugins.delivery.engine.scan;

import static io.jenkins.plugins.delivery.engine.scan.Findings.code;
import static io.jenkins.plugins.delivery.engine.scan.Findings.dependency;
import static io.jenkins.plugins.delivery.engine.scan.Findings.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When two findings are one, within a build and from one build to the next. */
class IdentityTest {
    @TempDir
    Path folder;

    @Test
    void namesLeadToEachOtherWhateverToolComesFirst() {
        FindingDraft[] drafts = {
            dependency("osv", "GHSA-aaaa", "org.x:lib", "1.2"),
            dependency("grype", "CVE-2024-1", "lib", "1.2"),
            dependency("trivy", "CVE-2024-1", "org.x:lib", "1.2").alias("GHSA-aaaa")
        };
        assertThat(report(drafts).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.witnesses()).containsExactlyInAnyOrder("osv", "grype", "trivy");
            assertThat(finding.names()).containsExactlyInAnyOrder("GHSA-aaaa", "CVE-2024-1");
        });
        assertThat(report(drafts[2], drafts[1], drafts[0]).fingerprints())
                .isEqualTo(report(drafts).fingerprints());
    }

    @Test
    void aWeaknessClassOrABulletinOfADistributionJoinsNothing() {
        ScanReport report = report(
                dependency("gitlab", "CVE-2024-1", "lib", "1").alias("CWE-79").alias("RHSA-2024:1"),
                dependency("gitlab", "CVE-2024-2", "lib", "1").alias("CWE-79").alias("RHSA-2024:1"));
        assertThat(report.findings()).hasSize(2);
    }

    @Test
    void anotherPackageOfTheSameShortNameStaysApart() {
        assertThat(report(dependency("a", "CVE-1", "org.x:core", "1"), dependency("b", "CVE-1", "org.y:core", "1"))
                        .findings())
                .hasSize(2);
        assertThat(report(dependency("a", "CVE-1", "org.x:core", "1"), dependency("b", "CVE-1", "core", "2"))
                        .findings())
                .hasSize(2);
    }

    @Test
    void twoInstalledVersionsAreTwoFindingsAndAMoveToAnotherVulnerableOneIsNotNew() {
        ScanReport two = report(dependency("a", "CVE-1", "qs", "5"), dependency("a", "CVE-1", "qs", "6"));
        assertThat(two.findings()).hasSize(2);
        Baseline before =
                Baseline.of("#1", report(dependency("a", "CVE-1", "qs", "5")).findings());
        assertThat(standings(before, report(dependency("a", "CVE-1", "qs", "5.1"))))
                .containsExactly(Standing.OUTSTANDING);
        assertThat(standings(before, two)).containsExactlyInAnyOrder(Standing.OUTSTANDING, Standing.NEW);
    }

    @Test
    void aToolMoreOrLessMakesNothingNewAndNothingFixed() {
        FindingDraft osv = dependency("osv", "GHSA-aaaa", "qs", "5");
        FindingDraft trivy = dependency("trivy", "CVE-2024-1", "qs", "5").alias("GHSA-aaaa");
        assertUnchanged(report(osv), report(osv, trivy));
        assertUnchanged(report(osv, trivy), report(osv));
        assertUnchanged(report(trivy), report(osv));
        FindingDraft bandit = code("bandit", "B602", "a.py", 3, "x").weakness("78");
        FindingDraft semgrep =
                code("semgrep", "shell-true", "a.py", 3, "y").weakness("CWE-78: Improper Neutralization");
        assertThat(report(bandit, semgrep).findings())
                .singleElement()
                .extracting(Finding::witnesses)
                .isEqualTo(List.of("bandit", "semgrep"));
        assertUnchanged(report(bandit, semgrep), report(semgrep));
        assertUnchanged(report(semgrep), report(bandit, semgrep));
    }

    private static void assertUnchanged(ScanReport before, ScanReport after) {
        Baseline baseline = Baseline.of("#1", before.findings());
        assertThat(standings(baseline, after)).containsOnly(Standing.OUTSTANDING);
        assertThat(baseline.compare(after.findings()).fixed()).isEmpty();
    }

    @Test
    void theSameWeaknessElsewhereOrTwiceByOneToolOrOfAnotherClassIsNotTheSame() {
        FindingDraft bandit = code("bandit", "B602", "a.py", 3, "x").weakness("78");
        assertThat(report(bandit, code("semgrep", "s", "a.py", 4, "y").weakness("78"))
                        .findings())
                .hasSize(2);
        assertThat(report(bandit, code("semgrep", "s", "a.py", 3, "y").weakness("79"))
                        .findings())
                .hasSize(2);
        assertThat(report(bandit, code("semgrep", "s", "a.py", 3, "y")).findings())
                .hasSize(2);
        assertThat(report(
                                bandit,
                                code("semgrep", "s", "a.py", 3, "y").weakness("78"),
                                code("semgrep", "t", "a.py", 3, "z").weakness("78"))
                        .findings())
                .hasSize(2);
    }

    @Test
    void toolsThatFindTheSameSecretAgreeWithoutKeepingIt() {
        ScanReport report = report(
                secret("gitleaks", "generic-api-key").secret("hunter2hunter2"),
                secret("gitleaks", "aws").secret("hunter2hunter2"),
                secret("detect-secrets", "Secret Keyword").secretSha1(Sha1.hex("hunter2hunter2")),
                secret("trufflehog", "AWS").secret(" hunter2hunter2\n"));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.witnesses()).containsExactly("gitleaks", "detect-secrets", "trufflehog");
            assertThat(finding.toString()).doesNotContain("hunter2").doesNotContain(Sha1.hex("hunter2hunter2"));
        });
        assertThat(report(
                                secret("gitleaks", "a").secret("REDACTED"),
                                secret("gitleaks", "b").secret("REDACTED"))
                        .findings())
                .hasSize(2);
    }

    private static FindingDraft secret(String tool, String rule) {
        return new FindingDraft(tool, Kind.SECRET).rule(rule).place("a.env", 7);
    }

    @Test
    void aSecondRunOverTheSameFilesWitnessesAndOneOverOthersAdds() {
        ScanReport.Builder twice = new ScanReport.Builder(Findings.fingerprints());
        for (int run = 0; run < 2; run++) {
            twice.run("lint", "1");
            twice.finding(code("lint", "A", "a.c", 1, "gets"));
            twice.finding(code("lint", "A", "a.c", 9, "gets"));
        }
        assertThat(twice.build().findings()).hasSize(2);

        ScanReport.Builder folders = new ScanReport.Builder(Findings.fingerprints());
        folders.run("lint", "1");
        folders.finding(code("lint", "A", "main.c", 1, "gets"));
        folders.run("lint", "1");
        folders.finding(code("lint", "A", "main.c", 44, "gets"));
        assertThat(folders.build().findings()).hasSize(2);
    }

    @Test
    void theNumberOfOccurrencesDecidesHowManyAreNew() {
        Baseline one =
                Baseline.of("#1", report(code("lint", "A", "a.c", 1, "gets")).findings());
        assertThat(standings(one, report(code("lint", "A", "a.c", 5, "gets"), code("lint", "A", "a.c", 9, "gets"))))
                .containsExactly(Standing.OUTSTANDING, Standing.NEW);
    }

    @Test
    void linesThatMoveAndAreIndentedAnewKeepTheirFindings() throws IOException {
        Finding before = inCheckout("one", "int main() {\n  gets(buffer);\n}\n", "a.c", 2);
        Finding after =
                inCheckout("two", "// new\n\nint main() {\r\n    if (x) {\r\n\tgets( buffer );\r\n}}\n", "a.c", 5);
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(inCheckout("three", "int main() {\n  gets(other);\n}\n", "a.c", 2)
                        .fingerprint())
                .isNotEqualTo(before.fingerprint());
    }

    private Finding inCheckout(String checkout, String source, String written, int line) throws IOException {
        Path root = Files.createDirectories(folder.resolve(checkout));
        Files.writeString(root.resolve("a.c"), source);
        ScanReport.Builder builder = new ScanReport.Builder(Findings.fingerprints(), new Checkout(root));
        builder.run("lint", "1");
        builder.finding(code("lint", "A", written, line, "gets() in line " + line));
        return builder.build().findings().get(0);
    }

    @Test
    void whereTheSourceIsNotThereNumbersInMessagesDoNotCount() {
        assertThat(report(code("lint", "A", "a.c", 3, "gets() in line 3")).fingerprints())
                .isEqualTo(
                        report(code("lint", "A", "a.c", 8, "gets() in line 8")).fingerprints());
    }

    private static List<Standing> standings(Baseline baseline, ScanReport report) {
        Baseline.Comparison comparison = baseline.compare(report.findings());
        return IntStream.range(0, report.findings().size())
                .mapToObj(comparison::standing)
                .toList();
    }
}
