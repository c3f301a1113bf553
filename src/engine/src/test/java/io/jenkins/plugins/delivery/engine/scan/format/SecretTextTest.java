package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever a scanner writes about a secret, the secret itself is not in the finding. */
class SecretTextTest {
    @TestFactory
    Stream<DynamicTest> theSecretIsNotKept() {
        return Stream.of("""
                        [{"RuleID": "aws", "Description": "AWS", "StartLine": 2, "File": "a.tf", "Match": "key=hunter2",
                          "Secret": "hunter2", "Commit": "1f"}]
                        """, """
                        [{"line": "key=hunter2", "lineNumber": 2, "offender": "hunter2", "rule": "AWS", "file": "a.tf"}]
                        """, """
                        {"SourceMetadata": {"Data": {"Git": {"file": "a", "line": 4}}}, "DetectorName": "AWS", "Verified": true,
                          "Raw": "hunter2", "Redacted": "hun", "ExtraData": {"account": "hunter2"}}
                        """, """
                        {"SchemaVersion": 2, "ArtifactName": "a", "Results": [{"Target": "a", "Secrets": [{"RuleID": "r",
                          "Title": "t", "Match": "hunter2", "Code": {"Lines": [{"Content": "hunter2"}]}}]}]}
                        """, """
                        {"metrics": {"_totals": {}}, "generated_at": "2026", "results": [{"test_id": "B105",
                          "test_name": "hardcoded_password_string", "issue_severity": "LOW", "filename": "a.py",
                          "issue_text": "Possible hardcoded password: 'hunter2'", "code": "12 p = 'hunter2'"}]}
                        """, """
                        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "CodeQL", "rules": [{"id": "java/password",
                          "name": "Hard-coded", "properties": {"tags": ["external/cwe/cwe-798"]}}]}},
                          "results": [{"ruleId": "java/password", "message": {"text": "This is 'hunter2'"}}]}]}
                        """, """
                        {"version": "15.0.0", "vulnerabilities": [{"category": "secret_detection", "name": "SSH key",
                          "severity": "Critical", "raw_source_code_extract": "hunter2", "location": {"file": "a"},
                          "identifiers": [{"value": "SSH key"}]}], "scan": {"type": "secret_detection"}}
                        """)
                .map(report -> DynamicTest.dynamicTest(report.strip().substring(0, 60), () -> {
                    Finding finding = Collected.detected(report).only();
                    assertThat(finding.kind()).isEqualTo(Kind.SECRET);
                    assertThat(finding.toString()).doesNotContain("hunter2");
                }));
    }
}
