package io.jenkins.plugins.delivery.engine.scan.format;

import java.util.List;

/** One small sound report of each format and of each shape that it has, to start mutations from. */
final class SeedReports {
    /** What a reader must find in it: at least one finding. */
    record Seed(String format, String content) {
        @Override
        public String toString() {
            return format + ": " + content.strip().split("\\R")[0];
        }
    }

    private SeedReports() {}

    /** Those in which nothing may be missing at the end: no lines of their own, no words after the report. */
    static List<String> whole() {
        return seeds().stream()
                .filter(seed -> !List.of("yarn-audit", "govulncheck").contains(seed.format()))
                .map(seed -> seed.content().strip())
                .filter(content -> content.matches("(?s).*[}>\\]]"))
                .toList();
    }

    static List<String> all() {
        return seeds().stream().map(Seed::content).toList();
    }

    static List<Seed> seeds() {
        return List.of(
                new Seed("sarif", """
                        {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [
                          {"tool": {"driver": {"name": "lint", "rules": [{"id": "A", "defaultConfiguration": {"level": "error"},
                             "properties": {"security-severity": "7.1", "tags": ["security"]}}]}},
                           "invocations": [{"executionSuccessful": true}],
                           "results": [{"ruleId": "A", "ruleIndex": 0, "message": {"text": "bad"}, "suppressions": [],
                             "partialFingerprints": {"primaryLocationLineHash": "1f"},
                             "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.c"}, "region": {"startLine": 1}}}]}]}]}
                        """),
                new Seed("trivy", """
                        {"SchemaVersion": 2, "ArtifactName": "shop", "Results": [{"Target": "pom.xml", "Class": "lang-pkgs",
                          "Vulnerabilities": [{"VulnerabilityID": "CVE-2024-1", "PkgName": "a:b", "InstalledVersion": "1",
                            "Severity": "LOW", "Title": "t"}],
                          "Misconfigurations": [{"ID": "D1", "Status": "FAIL", "CauseMetadata": {"StartLine": 3}}]}]}
                        """),
                new Seed("trivy", """
                        [{"Target": "alpine", "Type": "alpine", "Vulnerabilities": [{"VulnerabilityID": "CVE-1", "PkgName": "musl"}]}]
                        """),
                new Seed("grype", """
                        {"matches": [{"vulnerability": {"id": "CVE-1", "severity": "High", "fix": {"versions": ["2"]}},
                          "artifact": {"name": "qs", "version": "1", "type": "npm", "locations": [{"path": "a"}]}}],
                         "descriptor": {"name": "grype", "version": "0.79"}}
                        """),
                new Seed("cyclonedx", """
                        {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"bom-ref": "c1", "purl": "pkg:npm/qs@1"}],
                         "vulnerabilities": [{"id": "CVE-1", "ratings": [{"severity": "low"}], "analysis": {"state": "not_affected"},
                           "affects": [{"ref": "c1"}]}]}
                        """),
                new Seed("cyclonedx", """
                        <bom xmlns="http://cyclonedx.org/schema/bom/1.4"><vulnerabilities><vulnerability><id>CVE-1</id><ratings><rating>
                        <severity>high</severity></rating></ratings><affects><target><ref>pkg:npm/qs@1</ref></target></affects></vulnerability>
                        </vulnerabilities></bom>
                        """),
                new Seed("snyk", """
                        {"vulnerabilities": [{"id": "SNYK-1", "severity": "low", "packageName": "qs", "version": "1", "semver": {},
                          "identifiers": {"CVE": ["CVE-1"]}}], "packageManager": "npm"}
                        """),
                new Seed("gitlab", """
                        {"version": "15.0.0", "scan": {"type": "sast"}, "vulnerabilities": [{"category": "sast", "severity": "High",
                          "name": "bad", "location": {"file": "a.c", "start_line": 3}, "identifiers": [{"value": "A"}]}]}
                        """),
                new Seed("npm-audit", """
                        {"auditReportVersion": 2, "vulnerabilities": {"qs": {"severity": "high", "via": [{"source": 1,
                          "title": "t", "url": "https://github.com/advisories/GHSA-aaaa-bbbb-cccc"}], "range": "<1"}}}
                        """),
                new Seed("npm-audit", """
                        {"actions": [], "advisories": {"755": {"module_name": "qs", "severity": "moderate", "cves": ["CVE-1"],
                          "findings": [{"version": "6.1.0"}]}}, "metadata": {"vulnerabilities": {"moderate": 1}}}
                        """),
                new Seed("yarn-audit", """
                        {"type": "auditAdvisory", "data": {"resolution": {"id": 7}, "advisory": {"id": 7, "module_name": "qs", "severity": "low"}}}
                        {"type": "auditSummary", "data": {"vulnerabilities": {"low": 1}}}
                        """),
                new Seed("yarn-audit", """
                        {"value": "qs", "children": {"ID": 1, "Issue": "bad", "URL": "https://x/GHSA-aaaa-bbbb-cccc", "Severity": "high"}}
                        """),
                // yarn 2 and 3
                new Seed("npm-audit", """
                        {"actions": [], "advisories": {"1065": {"id": 1065, "title": "Prototype pollution", "module_name": "lodash",
                          "severity": "high", "vulnerable_versions": "<4.17.12", "patched_versions": ">=4.17.12",
                          "findings": [{"version": "4.17.11", "paths": ["lodash"]}], "cves": ["CVE-2019-10744"],
                          "github_advisory_id": "GHSA-jf85-cpcp-j695", "url": "https://github.com/advisories/GHSA-jf85-cpcp-j695"}},
                         "muted": [], "metadata": {"vulnerabilities": {"info": 0, "low": 0, "moderate": 0, "high": 1, "critical": 0},
                          "dependencies": 1, "devDependencies": 0, "optionalDependencies": 0, "totalDependencies": 1}}
                        """),
                new Seed("pip-audit", """
                        {"dependencies": [{"name": "flask", "version": "0.5", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.0"],
                          "aliases": ["CVE-1"], "description": "bad"}]}], "fixes": []}
                        """),
                new Seed("safety", """

                        +==========+
                         DEPRECATED: use scan
                        {"report_meta": {"safety_version": "3.0"}, "vulnerabilities": [{"vulnerability_id": "1", "package_name": "flask",
                          "analyzed_version": "0.5", "advisory": "bad", "CVE": "CVE-1", "ignored": false}]}
                        +==========+
                        """),
                new Seed("safety", """
                        [["flask", "<1.0", "0.5", "bad", "38654"]]
                        """),
                new Seed("safety", """
                        {"meta": {"scan_type": "scan"}, "scan_results": {"projects": [{"files": [{"results": {"dependencies": [{"name": "flask",
                          "specifications": [{"raw": "flask==0.5", "vulnerabilities": {"known_vulnerabilities": [{"id": "1", "ignored": null,
                          "vulnerable_spec": "<1"}]}}]}]}}]}]}}
                        """),
                new Seed("osv-scanner", """
                        {"results": [{"packages": [{"package": {"name": "qs", "version": "1"}, "vulnerabilities": [{"id": "GHSA-1",
                          "aliases": ["CVE-1"], "summary": "bad", "database_specific": {"severity": "HIGH"}}]}]}]}
                        """),
                new Seed("dependency-check", """
                        {"reportSchema": "1.1", "scanInfo": {"engineVersion": "9"}, "dependencies": [{"fileName": "a.jar", "filePath": "/a.jar",
                          "packages": [{"id": "pkg:maven/a/b@1"}], "vulnerabilities": [{"name": "CVE-1", "severity": "HIGH"}]}]}
                        """),
                new Seed("dependency-check", """
                        <analysis xmlns="https://jeremylong.github.io/DependencyCheck/dependency-check.2.5.xsd"><dependencies><dependency>
                        <fileName>a.jar</fileName><vulnerabilities><vulnerability><name>CVE-1</name><severity unscored="true">low</severity>
                        </vulnerability></vulnerabilities></dependency></dependencies></analysis>
                        """),
                new Seed("cargo-audit", """
                        {"lockfile": {"dependency-count": 1}, "vulnerabilities": {"found": true, "list": [{"advisory": {"id": "RUSTSEC-1",
                          "title": "bad", "aliases": ["CVE-1"]}, "package": {"name": "time", "version": "0.1"}, "versions": {"patched": ["0.2"]}}]}}
                        """),
                new Seed("bundler-audit", """
                        {"version": "0.9", "created_at": "now", "results": [{"type": "unpatched_gem", "gem": {"name": "rack", "version": "1"},
                          "advisory": {"id": "CVE-2020-1", "cve": "2020-1", "title": "bad", "criticality": "high"}}]}
                        """),
                new Seed("govulncheck", """
                        {"config": {"protocol_version": "v1.0.0", "scanner_name": "govulncheck", "scanner_version": "1"}}
                        {"osv": {"id": "GO-1", "aliases": ["CVE-1"], "summary": "bad"}}
                        {"finding": {"osv": "GO-1", "fixed_version": "v2", "trace": [{"module": "m", "version": "v1"}]}}
                        {"finding": {"osv": "GO-1", "fixed_version": "v2", "trace": [{"module": "m", "version": "v1", "function": "F"}]}}
                        """),
                new Seed("govulncheck", """
                        {"Calls": {}, "Vulns": [{"OSV": {"id": "GO-1", "aliases": ["CVE-1"]}, "ModPath": "m", "CallSink": "3"}], "Modules": {}}
                        """),
                new Seed("nancy", """
                        {"num_audited": 1, "num_vulnerable": 1, "vulnerable": [{"Coordinates": "pkg:golang/a/b@1", "Vulnerabilities": [
                          {"Id": "1f", "Title": "bad", "CvssScore": "9.8", "Cve": "CVE-1"}]}]}
                        """),
                new Seed("retirejs", """
                        {"version": "4", "data": [{"file": "a.js", "results": [{"component": "jquery", "version": "1", "vulnerabilities": [
                          {"severity": "low", "below": "3", "identifiers": {"CVE": ["CVE-1"], "summary": "bad"}}]}]}], "messages": [], "errors": []}
                        """),
                new Seed("retirejs", """
                        [{"file": "a.js", "results": [{"component": "jquery", "version": "1", "vulnerabilities": [{"severity": "high"}]}]}]
                        """),
                new Seed("clair", """
                        {"LayerCount": 1, "Vulnerabilities": {"High": [{"Name": "CVE-1", "Severity": "High", "FeatureName": "perl"}]}}
                        """),
                new Seed("clair", """
                        {"image": "a", "unapproved": ["CVE-1"], "vulnerabilities": [{"featurename": "perl", "vulnerability": "CVE-1",
                          "severity": "Low", "fixedby": "2"}]}
                        """),
                new Seed("clair", """
                        {"manifest_hash": "sha256:1f", "vulnerabilities": {"7": {"name": "CVE-1", "normalized_severity": "High",
                          "package": {"name": "perl"}, "fixed_in_version": "2"}}}
                        """),
                new Seed("anchore", """
                        {"imageDigest": "sha256:1f", "vulnerabilities": [{"feed_group": "debian:9", "fix": "None", "package_name": "apt",
                          "package_version": "1", "severity": "Low", "vuln": "CVE-1"}]}
                        """),
                new Seed("anchore", """
                        [{"vuln": "CVE-1", "severity": "High", "packageName": "apt", "packageVersion": "1", "fixAvailable": "2"}]
                        """),
                new Seed("gitleaks", """
                        [{"RuleID": "aws", "Description": "AWS", "StartLine": 2, "File": "a.tf", "Secret": "x", "Commit": "1f"}]
                        """),
                new Seed("gitleaks", """
                        [{"rule": "AWS", "offender": "x", "line": "x", "lineNumber": 2, "file": "a.tf", "commit": "1f"}]
                        """),
                new Seed("trufflehog", """
                        {"SourceMetadata": {"Data": {"Git": {"file": "a.env", "line": 2}}}, "DetectorName": "AWS", "Verified": true, "Raw": "x"}
                        """),
                new Seed("trufflehog", """
                        {"branch": "main", "commitHash": "1f", "path": "a.env", "reason": "High Entropy", "stringsFound": ["x"]}
                        """),
                new Seed("detect-secrets", """
                        {"version": "1.5", "plugins_used": [{"name": "AWS"}], "results": {"a.env": [{"type": "AWS", "hashed_secret": "1f",
                          "line_number": 2}]}}
                        """),
                new Seed("checkov", """
                        {"check_type": "terraform", "results": {"failed_checks": [{"check_id": "CKV_1", "check_name": "bad", "file_path": "/a.tf",
                          "file_line_range": [1, 2], "resource": "r", "severity": "LOW"}]}, "summary": {"checkov_version": "3"}}
                        """),
                new Seed("tfsec", """
                        {"results": [{"rule_id": "A", "severity": "HIGH", "description": "bad", "location": {"filename": "a.tf",
                          "start_line": 1}, "resource": "r", "status": 0}]}
                        """),
                new Seed("kics", """
                        {"kics_version": "2", "queries": [{"query_id": "q", "query_name": "bad", "severity": "LOW", "files": [
                          {"file_name": "a.tf", "line": 1, "actual_value": "x", "similarity_id": "1f"}]}]}
                        """),
                new Seed("terrascan", """
                        {"results": {"violations": [{"rule_id": "A", "rule_name": "bad", "severity": "LOW", "file": "a.tf", "line": 1}],
                         "scan_summary": {}}}
                        """),
                new Seed("semgrep", """
                        {"version": "1", "results": [{"check_id": "A", "path": "a.py", "start": {"line": 1}, "extra": {"severity": "ERROR",
                          "message": "bad", "lines": "x()"}}], "errors": []}
                        """),
                new Seed("bandit", """
                        {"results": [{"test_id": "B1", "issue_severity": "LOW", "issue_text": "bad", "filename": "a.py", "line_number": 1,
                          "code": "1 x()"}], "generated_at": "now"}
                        """),
                new Seed("gosec", """
                        {"Issues": [{"severity": "HIGH", "rule_id": "G1", "details": "bad", "file": "a.go", "line": "1", "code": "1: x()"}],
                         "Stats": {"found": 1}, "GosecVersion": "2"}
                        """),
                new Seed("brakeman", """
                        {"scan_info": {"brakeman_version": "6"}, "warnings": [{"check_name": "SQL", "message": "bad", "file": "a.rb",
                          "line": 1, "confidence": "High", "fingerprint": "1f"}]}
                        """),
                new Seed("hadolint", """
                        [{"code": "DL1", "level": "warning", "line": 1, "file": "Dockerfile", "message": "bad", "column": 1}]
                        """),
                new Seed("dockle", """
                        {"summary": {"fatal": 0, "warn": 1}, "details": [{"code": "CIS", "level": "WARN", "title": "bad", "alerts": ["x"]}]}
                        """),
                new Seed("kube-score", """
                        [{"object_name": "a", "checks": [{"check": {"id": "x", "name": "X"}, "grade": 1, "skipped": false,
                          "comments": [{"summary": "bad"}]}]}]
                        """),
                new Seed("kube-score", """
                        [{"ObjectName": "a", "Checks": [{"Check": {"ID": "x", "Name": "X"}, "Grade": 5, "Comments": [{"Summary": "bad"}]}]}]
                        """),
                new Seed("kubesec", """
                        [{"object": "Pod/a", "valid": true, "score": -1, "scoring": {"critical": [{"selector": "x", "reason": "bad"}],
                          "advise": [{"selector": "y", "reason": "better"}]}}]
                        """),
                new Seed("polaris", """
                        {"PolarisOutputVersion": "1.0", "Results": [{"Name": "a", "Kind": "Pod", "Results": {}, "PodResult": {"Results": {
                          "x": {"ID": "x", "Message": "bad", "Success": false, "Severity": "danger"}}, "ContainerResults": []}}]}
                        """),
                new Seed("sonarqube", """
                        {"paging": {"total": 1}, "issues": [{"rule": "java:S1", "severity": "MAJOR", "component": "shop:a.java", "line": 1,
                          "message": "bad", "status": "OPEN"}]}
                        """),
                new Seed("sonarqube", """
                        {"hotspots": [{"component": "shop:a.java", "ruleKey": "S1", "vulnerabilityProbability": "HIGH", "message": "bad"}]}
                        """),
                new Seed("zap", """
                        {"@version": "2.11", "site": [{"@name": "https://a", "alerts": [{"pluginid": "1", "name": "bad", "riskcode": "2",
                          "instances": [{"uri": "https://a/b"}]}]}]}
                        """),
                new Seed("zap", """
                        <OWASPZAPReport version="2.10"><site name="https://a"><alerts><alertitem><pluginid>1</pluginid><name>bad</name>
                        <riskcode>3</riskcode><instances><instance><uri>https://a/b</uri></instance></instances></alertitem></alerts></site></OWASPZAPReport>
                        """),
                new Seed("nikto", """
                        {"host": "a", "banner": "", "vulnerabilities": [{"id": "1", "method": "GET", "url": "/", "msg": "bad"}]}
                        """),
                new Seed("nikto", """
                        <?xml version="1.0" ?><!DOCTYPE niktoscan SYSTEM "docs/nikto.dtd"><niktoscan><niktoscan version="2.1"><scandetails
                        targetip="a"><item id="1"><description><![CDATA[bad]]></description><uri>/</uri></item></scandetails></niktoscan></niktoscan>
                        """),
                new Seed("spotbugs-xml", """
                        <?xml version="1.0"?><BugCollection version="4.8"><BugInstance type="XSS" priority="1"><Class classname="A">
                        <SourceLine sourcepath="A.java" start="3"/></Class><LongMessage>bad</LongMessage></BugInstance></BugCollection>
                        """),
                new Seed("pmd-xml", """
                        <pmd version="7"><file name="A.java"><violation beginline="1" rule="R" priority="3">bad</violation></file></pmd>
                        """));
    }
}
