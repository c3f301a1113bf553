package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.Place;
import io.jenkins.plugins.delivery.engine.scan.ReportFiles;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What results of a SARIF log only refer to. */
class SarifReferencesTest {
    private static final String TOOL = """
            "tool": {"driver": {"name": "lint", "globalMessageStrings": {"g": {"text": "global {0}"}},
              "rules": [{"id": "A", "defaultConfiguration": {"level": "error"}}, {"id": "B", "guid": "b-guid"}]},
             "extensions": [{"name": "pack", "guid": "p-guid", "rules": [
               {"id": "E", "defaultConfiguration": {"level": "note"}}]}]}
            """;

    private static Finding only(String... fields) throws IOException {
        return Collected.detected("{\"version\": \"2.1.0\", \"runs\": [{" + String.join(",", fields) + "}]}")
                .only();
    }

    private static String results(String result) {
        return "\"results\": [" + result + "]";
    }

    private static String at(String artifact) {
        return "\"message\": {\"text\": \"x\"}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {"
                + artifact + "}, \"region\": {\"startLine\": 3}}}]";
    }

    @Test
    void anOverrideOfTheInvocationReplacesTheDefaultLevelOfItsRule() throws IOException {
        String invocations = """
                "invocations": [{"executionSuccessful": true, "ruleConfigurationOverrides": [
                  {"descriptor": {"index": 0}, "configuration": {"level": "note"}}]}]
                """;
        String result = results("{\"ruleId\": \"A\", \"message\": {\"text\": \"x\"}}");
        assertThat(only(TOOL, invocations, result).severity()).isEqualTo(Severity.LOW);
        assertThat(only(TOOL, result, invocations).severity()).isEqualTo(Severity.LOW);
        assertThat(only(TOOL, invocations, results("{\"ruleId\": \"A\", \"level\": \"error\", \"message\": {}}"))
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void whatStandsFarBehindTheResultsCountsForThemToo() throws IOException {
        String result = results("{\"ruleId\": \"A\", " + at("\"uri\": \"a.c\", \"uriBaseId\": \"ROOT\"") + "}");
        String late = """
                "originalUriBaseIds": {"ROOT": {"uri": "app/"}}, "invocations": [{"executionSuccessful": true,
                  "ruleConfigurationOverrides": [{"descriptor": {"index": 0}, "configuration": {"level": "note"}}]}],
                "properties": {"x": "%s"}
                """.formatted("x".repeat(70_000));
        ReportFile first = ReportFile.of("first", sarif(TOOL, results("{\"ruleId\": \"B\", \"message\": {}}")));
        for (ReportFile file : List.of(
                ReportFile.of("late", sarif(TOOL, result, late)), ReportFile.of("later", sarif(result, late, TOOL)))) {
            ScanReport report =
                    new ReportFiles(new Fingerprints(Collected.KEY), null, false).read(List.of(first, file));
            assertThat(report.findings())
                    .extracting(finding -> finding.rule() + " " + finding.severity() + " " + finding.place())
                    .containsExactly("B MEDIUM null", "A LOW app/a.c:3");
            assertThat(report.runs()).hasSize(2);
            assertThat(report.incomplete()).isEmpty();
        }
    }

    private static byte[] sarif(String... fields) {
        return ("{\"version\": \"2.1.0\", \"runs\": [{" + String.join(",", fields) + "}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anExtensionIsMeantByNameAndByGuid() throws IOException {
        for (String component : List.of("\"name\": \"pack\"", "\"guid\": \"p-guid\"", "\"index\": 0")) {
            Finding finding = only(
                    TOOL,
                    results("{\"rule\": {\"index\": 0, \"toolComponent\": {" + component + "}}, \"message\": {}}"));
            assertThat(finding.rule()).isEqualTo("E");
            assertThat(finding.severity()).isEqualTo(Severity.LOW);
        }
    }

    @Test
    void aRuleIsMeantByItsGuid() throws IOException {
        assertThat(only(TOOL, results("{\"rule\": {\"guid\": \"b-guid\"}, \"message\": {\"text\": \"x\"}}"))
                        .rule())
                .isEqualTo("B");
    }

    @Test
    void aMessageMayBeOneOfTheWholeTool() throws IOException {
        assertThat(only(TOOL, results("{\"ruleId\": \"A\", \"message\": {\"id\": \"g\", \"arguments\": [\"word\"]}}"))
                        .message())
                .isEqualTo("global word");
    }

    @Test
    void aRelativeBaseStandsBeforeThePathAndTheOneAbsoluteDoesNot() throws IOException {
        String bases = """
                "originalUriBaseIds": {"ROOT": {"uri": "file:///home/agent/shop/"}, "SRC": {"uri": "src/", "uriBaseId": "ROOT"}}
                """;
        String result = results("{\"ruleId\": \"A\", " + at("\"uri\": \"a.c\", \"uriBaseId\": \"SRC\"") + "}");
        assertThat(only(TOOL, bases, result).place()).isEqualTo(new Place("src/a.c", 3));
        assertThat(only(TOOL, result, bases).place()).isEqualTo(new Place("src/a.c", 3));
    }

    @Test
    void severalAbsoluteBasesTellPathsApart() throws IOException {
        String bases = """
                "originalUriBaseIds": {"ROOT": {"uri": "file:///home/shop/"}, "LIB": {"uri": "file:///usr/lib/"}}
                """;
        String result = results("{\"ruleId\": \"A\", " + at("\"uri\": \"a.c\", \"uriBaseId\": \"LIB\"") + "}");
        assertThat(only(TOOL, bases, result).place()).isEqualTo(new Place("/usr/lib/a.c", 3));
    }

    @Test
    void anIndexedArtifactHasItsOwnBase() throws IOException {
        String bases = "\"originalUriBaseIds\": {\"SRC\": {\"uri\": \"src/\"}}";
        String artifacts = "\"artifacts\": [{\"location\": {\"uri\": \"b.c\", \"uriBaseId\": \"SRC\"}}]";
        String result = results("{\"ruleId\": \"A\", " + at("\"index\": 0") + "}");
        assertThat(only(TOOL, bases, artifacts, result).place()).isEqualTo(new Place("src/b.c", 3));
    }

    @Test
    void theEndOfACodeFlowIsThePlaceWhereThereIsNoOther() throws IOException {
        String flow = """
                {"ruleId": "A", "message": {"text": "x"}, "codeFlows": [{"threadFlows": [{"locations": [
                  {"location": {"physicalLocation": {"artifactLocation": {"uri": "a.c"}, "region": {"startLine": 1}}}},
                  {"location": {"physicalLocation": {"artifactLocation": {"uri": "b.c"}, "region": {"startLine": 2}}}}]}]}]%s}
                """;
        assertThat(only(TOOL, results(flow.formatted(""))).place()).isEqualTo(new Place("b.c", 2));
        assertThat(only(
                                TOOL,
                                results(flow.formatted(
                                        ", " + at("\"uri\": \"c.c\"").substring(25))))
                        .place())
                .isEqualTo(new Place("c.c", 3));
    }

    @Test
    void ofSeveralLocationsTheFirstWithAFileIsThePlace() throws IOException {
        String result = """
                {"ruleId": "A", "message": {"text": "x"}, "locations": [{"logicalLocations": [{"fullyQualifiedName": "f"}]},
                  {"physicalLocation": {"artifactLocation": {"uri": "a.c"}, "region": {"startLine": 1}}},
                  {"physicalLocation": {"artifactLocation": {"uri": "b.c"}, "region": {"startLine": 2}}}]}
                """;
        assertThat(only(TOOL, results(result)).place()).isEqualTo(new Place("a.c", 1));
    }

    @Test
    void twoToolsThatNameTheSameWeaknessAtALineAgree() throws IOException {
        String tagged = """
                {"tool": {"driver": {"name": "one", "rules": [{"id": "x", "properties": {"tags": ["external/cwe/cwe-079"]}}]}},
                 "results": [{"ruleId": "x", %s}]}
                """;
        String taxon = """
                {"tool": {"driver": {"name": "two"}}, "taxonomies": [{"name": "CWE", "taxa": [{"id": "79"}]}],
                 "results": [{"ruleId": "y", "taxa": [{"index": 0, "toolComponent": {"name": "CWE", "index": 0}}], %s}]}
                """;
        String place = at("\"uri\": \"a.c\"");
        String log =
                "{\"version\": \"2.1.0\", \"runs\": [" + tagged.formatted(place) + "," + taxon.formatted(place) + "]}";
        List<Finding> findings = new ReportFiles(new Fingerprints(Collected.KEY), null, false)
                .read(List.of(ReportFile.of("log", log.getBytes(StandardCharsets.UTF_8))))
                .findings();
        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.witnesses())
                .containsExactly("one", "two"));
    }
}
