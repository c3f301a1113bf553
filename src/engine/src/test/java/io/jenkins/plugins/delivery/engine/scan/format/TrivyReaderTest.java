package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.scan.Component;
import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Place;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TrivyReaderTest {
    private static Collected results(String results) throws IOException {
        return Collected.detected("{\"SchemaVersion\": 2, \"ArtifactName\": \"shop\", \"Results\": [" + results + "]}");
    }

    @Test
    void readsAVulnerableDependency() throws IOException {
        Finding finding = results("""
                        {"Vulnerabilities": [{"VulnerabilityID": "CVE-2024-1", "PkgName": "qs", "InstalledVersion": "6.1.0",
                          "FixedVersion": "6.2.0", "Severity": "HIGH", "Title": "Prototype pollution", "Description": "Long."}],
                         "Class": "lang-pkgs", "Target": "package-lock.json"}
                        """).only();
        assertThat(finding.component()).isEqualTo(new Component("qs", "6.1.0", "6.2.0"));
        assertThat(finding.place()).isEqualTo(new Place("package-lock.json", 0));
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.kind()).isEqualTo(Kind.DEPENDENCY);
        assertThat(finding.message()).isEqualTo("Prototype pollution");
    }

    @Test
    void tellsPackagesOfTheImageFromDependenciesOfTheApplication() throws IOException {
        String result = """
                {"Target": "alpine", "Class": "os-pkgs", "Vulnerabilities": [
                  {"VulnerabilityID": "CVE-2024-2", "PkgName": "musl", "Severity": "UNKNOWN"}]}
                """;
        assertThat(results(result).only().kind()).isEqualTo(Kind.IMAGE);
        assertThat(results(result).only().severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void countsOnlyMisconfigurationsThatFailed() throws IOException {
        Collected collected = results("""
                {"Target": "Dockerfile", "Class": "config", "Misconfigurations": [
                  {"ID": "DS002", "Severity": "HIGH", "Status": "FAIL", "Message": "no USER", "CauseMetadata": {"StartLine": 3}},
                  {"ID": "DS003", "Severity": "HIGH", "Status": "PASS"}]}
                """);
        assertThat(collected.only().place()).isEqualTo(new Place("Dockerfile", 3));
        assertThat(collected.only().kind()).isEqualTo(Kind.INFRASTRUCTURE);
    }

    @Test
    void neverReadsTheMatchOfASecret() throws IOException {
        Finding finding = results("""
                        {"Target": "a.env", "Class": "secret", "Secrets": [{"RuleID": "github-pat", "Severity": "CRITICAL",
                          "Title": "GitHub token", "StartLine": 4, "Match": "ghp_hunter2"}]}
                        """).only();
        assertThat(finding.toString()).doesNotContain("hunter2");
        assertThat(finding.label()).isEqualTo("github-pat at a.env:4");
    }

    @Test
    void readsALicense() throws IOException {
        Finding finding = results("""
                        {"Target": "OS Packages", "Class": "license", "Licenses": [{"Severity": "HIGH", "Category": "restricted",
                          "PkgName": "bash", "Name": "GPL-3.0"}]}
                        """).only();
        assertThat(finding.label()).isEqualTo("GPL-3.0 in bash");
        assertThat(finding.message()).isEqualTo("restricted");
    }

    @Test
    void takesAReportWithoutResultsForACleanRun() throws IOException {
        Collected collected = Collected.detected("{\"SchemaVersion\": 2, \"ArtifactName\": \"shop\"}");
        assertThat(collected.findings).isEmpty();
        assertThat(collected.runs).containsExactly("Trivy");
    }
}
