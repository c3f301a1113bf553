package io.jenkins.plugins.delivery.engine.scan.vex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.scan.VexStatement;
import io.jenkins.plugins.delivery.engine.scan.VexStatement.Status;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VexFilesTest {
    @TempDir
    Path folder;

    private List<VexStatement> read(String json) throws IOException {
        return VexFiles.read("vex.json", Files.writeString(folder.resolve("vex.json"), json));
    }

    private void assertRefused(String json, String... words) {
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> read(json))
                .withMessageStartingWith("vex.json")
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    private static String openVex(String statement) {
        return "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"timestamp\": \"2026-01-02T03:04:05Z\","
                + " \"statements\": [" + statement + "]}";
    }

    @Test
    void readsOpenVex() throws IOException {
        assertThat(read(openVex("""
                        {"vulnerability": {"name": "CVE-1", "aliases": ["GHSA-1"]},
                         "products": [{"@id": "pkg:oci/shop", "subcomponents": [{"@id": "pkg:npm/qs@6.5.2"}]}],
                         "status": "not_affected", "justification": "vulnerable_code_not_in_execute_path",
                         "impact_statement": "never called"}""")))
                .containsExactly(new VexStatement(
                        List.of("CVE-1", "GHSA-1"),
                        List.of("pkg:npm/qs@6.5.2"),
                        Status.NOT_AFFECTED,
                        "vulnerable_code_not_in_execute_path: never called",
                        Instant.parse("2026-01-02T03:04:05Z"),
                        "vex.json, statements[0]"));
        assertThat(read(openVex(
                        "{\"vulnerability\": \"CVE-1\", \"products\": [\"pkg:npm/qs\"], \"status\": \"fixed\"}")))
                .singleElement()
                .extracting(VexStatement::packages)
                .isEqualTo(List.of("pkg:npm/qs"));
    }

    @Test
    void refusesOpenVexWithoutWhatMakesAStatement() {
        assertRefused(
                openVex("{\"vulnerability\": \"CVE-1\", \"status\": \"not_affected\"}"),
                "statements[0]",
                "justification");
        assertRefused(openVex("{\"vulnerability\": \"CVE-1\", \"status\": \"fixd\"}"), "did you mean 'FIXED'?");
        assertRefused(openVex("{\"status\": \"fixed\"}"), "statements[0]", "name of a vulnerability");
        assertRefused(openVex(""), "statements: expected at least one");
        assertRefused(
                openVex("{\"vulnerability\": \"CVE-1\", \"status\": \"fixed\", \"timestamp\": \"today\"}"),
                "'today' is no time");
    }

    @Test
    void readsTheAnalysisOfCycloneDx() throws IOException {
        List<VexStatement> statements = read("""
                {"bomFormat": "CycloneDX", "specVersion": "1.5",
                 "components": [{"bom-ref": "a", "purl": "pkg:npm/qs@6", "components": [{"bom-ref": "b", "purl": "pkg:npm/ms@1"}]}],
                 "vulnerabilities": [
                   {"id": "CVE-1", "analysis": {"state": "not_affected", "justification": "code_not_reachable", "detail": "x"},
                    "affects": [{"ref": "a"}, {"ref": "urn:cdx:1/1#b"}, {"ref": "pkg:npm/c@1"}]},
                   {"id": "CVE-2", "analysis": {"state": "false_positive"}, "affects": [{"ref": "a"}]},
                   {"id": "CVE-3", "affects": [{"ref": "a"}]},
                   {"id": "CVE-4", "analysis": {"state": "in_triage"}}]}""");
        assertThat(statements)
                .extracting(VexStatement::status)
                .containsExactly(Status.NOT_AFFECTED, Status.NOT_AFFECTED, Status.UNDER_INVESTIGATION);
        assertThat(statements.get(0).packages()).containsExactly("pkg:npm/qs@6", "pkg:npm/ms@1", "pkg:npm/c@1");
        assertThat(statements.get(0).justification()).isEqualTo("code_not_reachable: x");
        assertThat(statements.get(1).justification()).isEqualTo("false positive");
        assertRefused("{\"bomFormat\": \"CycloneDX\", \"vulnerabilities\": [{\"id\": \"A\"}]}", "with an analysis");
        assertRefused(
                "{\"bomFormat\": \"CycloneDX\", \"vulnerabilities\": [{\"id\": \"A\", \"analysis\": {\"state\": \"ok\"}}]}",
                "there is no state 'ok'");
    }

    @Test
    void readsCsaf() throws IOException {
        List<VexStatement> statements = read("""
                {"document": {"csaf_version": "2.0", "tracking": {"current_release_date": "2026-01-02T00:00:00.000Z"}},
                 "product_tree": {
                   "branches": [{"branches": [{"product": {"product_id": "P", "product_identification_helper": {"purl": "pkg:oci/shop"}}}]}],
                   "full_product_names": [{"product_id": "C", "product_identification_helper": {"purl": "pkg:npm/qs@6"}}],
                   "relationships": [{"category": "default_component_of", "product_reference": "C",
                     "relates_to_product_reference": "P", "full_product_name": {"product_id": "P:C"}}]},
                 "vulnerabilities": [{"cve": "CVE-1", "product_status": {"known_not_affected": ["P:C"], "recommended": ["P"], "fixed": ["C"]},
                   "flags": [{"label": "component_not_present", "product_ids": ["P:C"]}],
                   "threats": [{"category": "impact", "details": "none", "product_ids": ["P:C"]}]}]}""");
        assertThat(statements).extracting(VexStatement::status).containsExactly(Status.NOT_AFFECTED, Status.FIXED);
        assertThat(statements.get(0).packages()).containsExactly("pkg:npm/qs@6");
        assertThat(statements.get(0).justification()).isEqualTo("component_not_present: none");
        assertRefused(
                "{\"document\": {\"csaf_version\": \"2.0\"}, \"vulnerabilities\": [{\"cve\": \"CVE-1\","
                        + " \"product_status\": {\"known_not_affected\": [\"P\"]}}]}",
                "needs a justification");
    }

    @Test
    void refusesWhatIsNoVexWithItsPlace() {
        assertRefused("{}", "expected OpenVEX");
        assertRefused("{\n \"a\": }", "vex.json:2:", "expected a VEX document in JSON");
        assertRefused("", "expected OpenVEX");
        assertRefused("{\"@context\": 1, \"@context\": 2}", "Duplicate");
    }
}
