package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Place;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SarifReaderTest {
    private static final String RULES = """
            "tool": {"driver": {"name": "lint", "semanticVersion": "1.2.3", "rules": [
              {"id": "A", "defaultConfiguration": {"level": "error"},
               "messageStrings": {"m": {"text": "{0} beats {1}"}}},
              {"id": "B", "properties": {"security-severity": "9.8"}}]}}
            """;

    private static Collected run(String... fields) throws IOException {
        return Collected.detected("{\"version\": \"2.1.0\", \"runs\": [{" + String.join(",", fields) + "}]}");
    }

    private static Finding result(String result) throws IOException {
        return run(RULES, "\"results\": [" + result + "]").only();
    }

    @Test
    void takesTheLevelOfTheRuleWhereTheResultStatesNone() throws IOException {
        Finding finding = result("{\"ruleIndex\": 0, \"message\": {\"text\": \"x\"}}");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.statedSeverity()).isEqualTo("error");
        assertThat(finding.rule()).isEqualTo("A");
    }

    @Test
    void takesTheOwnLevelOfTheResultFirst() throws IOException {
        Finding finding = result("{\"ruleId\": \"A\", \"level\": \"note\", \"message\": {\"text\": \"x\"}}");
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void prefersTheSecuritySeverityOfTheRuleToItsLevel() throws IOException {
        Finding finding = result("{\"ruleId\": \"B\", \"level\": \"note\", \"message\": {\"text\": \"x\"}}");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.statedSeverity()).isEqualTo("note");
    }

    @Test
    void takesAWarningForWhatNobodyStates() throws IOException {
        Finding finding = result("{\"ruleId\": \"unheard-of\", \"message\": {\"text\": \"x\"}}");
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void findsTheRuleOfAHierarchicalId() throws IOException {
        assertThat(result("{\"ruleId\": \"A/sub\", \"message\": {\"text\": \"x\"}}")
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void fillsTheArgumentsOfAMessageIntoItsText() throws IOException {
        Finding finding =
                result("{\"ruleId\": \"A\", \"message\": {\"id\": \"m\", \"arguments\": [\"scissors\", \"paper\"]}}");
        assertThat(finding.message()).isEqualTo("scissors beats paper");
    }

    @Test
    void readsRulesAndArtifactsThatComeAfterTheResults() throws IOException {
        Collected collected = run(
                """
                "results": [{"ruleId": "B", "message": {"text": "x"}, "locations": [{"physicalLocation":
                  {"artifactLocation": {"index": 1}, "region": {"startLine": 7}}}]}]
                """,
                "\"artifacts\": [{\"location\": {\"uri\": \"a.c\"}}, {\"location\": {\"uri\": \"my%20b.c\"}}]",
                RULES);
        assertThat(collected.only().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(collected.only().place()).isEqualTo(new Place("my b.c", 7));
        assertThat(collected.runs).containsExactly("lint 1.2.3");
    }

    @Test
    void findsTheRuleInAnExtension() throws IOException {
        Collected collected = run("""
                "tool": {"driver": {"name": "lint"}, "extensions": [{"name": "pack", "rules": [
                  {"id": "E", "defaultConfiguration": {"level": "note"}}]}]}
                """, """
                "results": [{"rule": {"index": 0, "toolComponent": {"index": 0}}, "message": {"text": "x"}}]
                """);
        assertThat(collected.only().rule()).isEqualTo("E");
        assertThat(collected.only().severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void suppressesOnlyWhatEverySuppressionAccepts() throws IOException {
        String accepted = "{\"kind\": \"inSource\", \"justification\": \"test data\"}";
        String underReview = "{\"kind\": \"external\", \"status\": \"underReview\"}";
        String result = "{\"ruleId\": \"A\", \"message\": {\"text\": \"x\"}, \"suppressions\": [%s]}";
        assertThat(result(result.formatted(accepted)).suppressedInSource()).isEqualTo("test data");
        assertThat(result(result.formatted(accepted + "," + underReview)).suppressedInSource())
                .isNull();
        assertThat(result(result.formatted("")).suppressedInSource()).isNull();
    }

    @Test
    void leavesOutWhatPassedAndWhatIsGone() throws IOException {
        Collected collected = run(RULES, """
                "results": [{"ruleId": "A", "kind": "pass", "message": {"text": "x"}},
                  {"ruleId": "A", "baselineState": "absent", "message": {"text": "x"}}]
                """);
        assertThat(collected.findings).isEmpty();
    }

    @Test
    void doesNotTakeAFailedInvocationForACleanScan() throws IOException {
        Collected collected = run(RULES, """
                "results": [], "invocations": [{"executionSuccessful": false, "exitCode": 137,
                  "toolExecutionNotifications": [{"level": "error", "message": {"text": "out of memory"}}]}]
                """);
        assertThat(collected.incomplete).containsExactly("lint says that its run did not succeed (137): out of memory");
    }

    @Test
    void takesAnExitCodeThatOnlySaysFindingsForACompletedScan() throws IOException {
        Collected collected = run(RULES, """
                "results": [], "invocations": [{"exitCode": 1, "exitSignalName": "BUGS FOUND",
                  "executionSuccessful": false}]
                """);
        assertThat(collected.incomplete).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitleaks", "secretlint", "GitGuardian ggshield"})
    void neverKeepsTheTextOfASecret(String tool) throws IOException {
        Collected collected = run("""
                "tool": {"driver": {"name": "%s", "rules": [{"id": "aws", "shortDescription": {"text": "AWS key"}}]}}
                """.formatted(tool), """
                "results": [{"ruleId": "aws", "message": {"text": "found AKIAHUNTER2"}, "locations": [{"physicalLocation":
                  {"artifactLocation": {"uri": "a.env"}, "region": {"startLine": 1, "snippet": {"text": "AKIAHUNTER2"}}}}]}]
                """);
        assertThat(collected.only().kind()).isEqualTo(Kind.SECRET);
        assertThat(collected.only().toString()).doesNotContain("HUNTER2").contains("AWS key");
    }

    @Test
    void identifiesAFindingByTheSourceAroundItWhateverItsLineAndIndentation() throws IOException {
        String result = """
                {"ruleId": "A", "message": {"text": "x"}, "locations": [{"physicalLocation": {"artifactLocation":
                  {"uri": "a.c"}, "region": {"startLine": %d, "snippet": {"text": "%s"}}}}]}
                """;
        String fingerprint = result(result.formatted(3, "gets(b);")).fingerprint();
        assertThat(result(result.formatted(90, "\\t  gets(b);")).fingerprint()).isEqualTo(fingerprint);
        assertThat(result(result.formatted(3, "gets(c);")).fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void tellsKindsByToolTagAndRule() throws IOException {
        String run = """
                "tool": {"driver": {"name": "%s", "rules": [{"id": "%s", "properties": {"tags": ["%s"]}}]}},
                "results": [{"ruleIndex": 0, "message": {"text": "x"}}]
                """;
        List<Kind> kinds = List.of(
                run(run.formatted("Checkov", "CKV_1", "")).only().kind(),
                run(run.formatted("Trivy", "DS002", "misconfiguration")).only().kind(),
                run(run.formatted("Trivy", "CVE-2024-1", "vulnerability"))
                        .only()
                        .kind(),
                run(run.formatted("Dockle", "CIS-1", "")).only().kind(),
                run(run.formatted("CodeQL", "java/sql", "security")).only().kind());
        assertThat(kinds)
                .containsExactly(Kind.INFRASTRUCTURE, Kind.INFRASTRUCTURE, Kind.DEPENDENCY, Kind.IMAGE, Kind.CODE);
    }

    @Test
    void refusesAnotherVersionAndARunWithoutTool() {
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> Collected.detected("{\"version\": \"2.0.0\", \"runs\": []}"))
                .withMessageContaining("report.json:1:13")
                .withMessageContaining("SARIF version 2.1.0");
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> run("\"results\": []"))
                .withMessageContaining("a \"tool\" in run 1");
    }
}
