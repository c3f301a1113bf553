package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.scan.Component;
import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NpmAuditReaderTest {
    private static final String SIXTH = """
            {"actions": [], "advisories": {"755": {"module_name": "qs", "severity": "moderate", "title": "Pollution",
              "url": "https://github.com/advisories/GHSA-aaaa-bbbb-cccc", "cves": ["CVE-2022-1"],
              "patched_versions": ">=6.2.0", "findings": [{"version": "6.1.0", "paths": ["express>qs"]}]}}}
            """;
    private static final String SEVENTH = """
            {"auditReportVersion": 2, "vulnerabilities": {
              "qs": {"severity": "high", "range": "<6.2.0", "fixAvailable": {"name": "express", "version": "5.0.0"},
                "via": [{"source": 755, "title": "Pollution", "url": "https://github.com/advisories/GHSA-aaaa-bbbb-cccc"}]},
              "express": {"severity": "high", "range": "<5", "via": ["qs"], "fixAvailable": true}}}
            """;

    @Test
    void readsAnAdvisoryOfNpmSix() throws IOException {
        Finding finding = Collected.detected(SIXTH).only();
        assertThat(finding.names()).containsExactly("GHSA-aaaa-bbbb-cccc", "CVE-2022-1");
        assertThat(finding.component()).isEqualTo(new Component("qs", "6.1.0", ">=6.2.0"));
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void readsAPackageOfNpmSevenAndWhatDependsOnIt() throws IOException {
        Collected collected = Collected.detected(SEVENTH);
        assertThat(collected.findings).extracting(Finding::rule).containsExactly("GHSA-aaaa-bbbb-cccc", "npm:express");
        assertThat(collected.findings.get(0).component()).isEqualTo(new Component("qs", "<6.2.0", "express 5.0.0"));
        assertThat(collected.findings.get(1).message()).isEqualTo("Depends on vulnerable versions of qs");
    }

    @Test
    void doesNotTakeAFailedAuditForACleanOne() {
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> Collected.detected(
                        "{\"error\": {\"code\": \"ENOLOCK\", \"summary\": \"This needs a lockfile\"}}"))
                .withMessageContaining("ENOLOCK \"This needs a lockfile\"");
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> Collected.detected(
                        "{\"message\": \"405 Method Not Allowed\", \"method\": \"POST\", \"statusCode\": 405, \"body\": \"\","
                                + " \"error\": {\"summary\": \"\", \"detail\": \"\"}}"))
                .withMessageContaining("npm failed with \"405 Method Not Allowed\"");
    }
}
