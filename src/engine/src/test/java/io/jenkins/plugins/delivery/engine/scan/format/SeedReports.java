package io.jenkins.plugins.delivery.engine.scan.format;

import java.util.List;

/** One small sound report of each format, to start mutations from. */
final class SeedReports {
    private SeedReports() {}

    static List<String> all() {
        return List.of("""
                {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [
                  {"tool": {"driver": {"name": "lint", "rules": [{"id": "A", "defaultConfiguration": {"level": "error"},
                     "properties": {"security-severity": "7.1", "tags": ["security"]}}]}},
                   "invocations": [{"executionSuccessful": true}],
                   "results": [{"ruleId": "A", "ruleIndex": 0, "message": {"text": "bad"}, "suppressions": [],
                     "partialFingerprints": {"primaryLocationLineHash": "1f"},
                     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.c"}, "region": {"startLine": 1}}}]}]}]}
                """, """
                {"SchemaVersion": 2, "ArtifactName": "shop", "Results": [{"Target": "pom.xml", "Class": "lang-pkgs",
                  "Vulnerabilities": [{"VulnerabilityID": "CVE-2024-1", "PkgName": "a:b", "InstalledVersion": "1",
                    "Severity": "LOW", "Title": "t"}],
                  "Misconfigurations": [{"ID": "D1", "Status": "FAIL", "CauseMetadata": {"StartLine": 3}}]}]}
                """, """
                {"auditReportVersion": 2, "vulnerabilities": {"qs": {"severity": "high", "via": [{"source": 1,
                  "title": "t", "url": "https://github.com/advisories/GHSA-aaaa-bbbb-cccc"}], "range": "<1"}}}
                """, """
                {"actions": [], "advisories": {"755": {"module_name": "qs", "severity": "moderate", "cves": ["CVE-1"],
                  "findings": [{"version": "6.1.0"}]}}, "metadata": {"vulnerabilities": {"moderate": 1}}}
                """, """
                {"matches": [{"vulnerability": {"id": "CVE-1", "severity": "High", "fix": {"versions": ["2"]}},
                  "artifact": {"name": "qs", "version": "1", "type": "npm", "locations": [{"path": "a"}]}}],
                 "descriptor": {"name": "grype", "version": "0.79"}}
                """, """
                [{"RuleID": "aws", "Description": "AWS", "StartLine": 2, "File": "a.tf", "Secret": "x", "Commit": "1f"}]
                """, """
                {"bomFormat": "CycloneDX", "specVersion": "1.5", "vulnerabilities": [{"id": "CVE-1", "ratings": [
                  {"severity": "low"}], "analysis": {"state": "not_affected"}, "affects": [{"ref": "pkg:npm/qs@1"}]}]}
                """, """
                <?xml version="1.0"?><BugCollection version="4.8"><BugInstance type="XSS" priority="1"><Class classname="A">
                <SourceLine sourcepath="A.java" start="3"/></Class><LongMessage>bad</LongMessage></BugInstance></BugCollection>
                """, """
                <pmd version="7"><file name="A.java"><violation beginline="1" rule="R" priority="3">bad</violation></file></pmd>
                """);
    }
}
