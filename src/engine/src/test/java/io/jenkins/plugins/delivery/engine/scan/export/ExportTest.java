package io.jenkins.plugins.delivery.engine.scan.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.delivery.engine.scan.AssessedFinding;
import io.jenkins.plugins.delivery.engine.scan.Component;
import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Place;
import io.jenkins.plugins.delivery.engine.scan.ReportFiles;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import io.jenkins.plugins.delivery.engine.scan.Standing;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
    private static final List<String> HOSTILE = List.of(
            "src/a b.c",
            "C:/x/y.c",
            "/abs/100%.c",
            "a:b/c.c",
            "https://example.com/x?y",
            "<img onerror=1>",
            "ä\"[]{}.c",
            "//x");

    @TempDir
    Path folder;

    private FindingStore store;

    @BeforeEach
    void write() throws IOException {
        store = new FindingStore(folder.resolve("findings"));
        List<AssessedFinding> findings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Place place = i % 5 == 0 ? null : new Place(HOSTILE.get(i % HOSTILE.size()), i % 3);
            Component component = i % 5 == 0 ? new Component("=cmd|calc", "1", "") : null;
            Finding finding = new Finding(
                    "fp" + i,
                    List.of(),
                    List.of("lint"),
                    "R" + i % 7,
                    List.of("CVE-" + i),
                    Kind.values()[i % 6],
                    Severity.values()[i % 5],
                    "",
                    i % 4 == 0 ? "" : "=HYPERLINK(\"x\"),\nsecond\u0007",
                    place,
                    component,
                    i == 6 ? "ignored" : null);
            Standing standing = Standing.values()[i % 4];
            findings.add(new AssessedFinding(finding, standing, standing == Standing.SUPPRESSED ? "because" : ""));
        }
        store.write(findings);
    }

    private String sarif() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifExport.write(store, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertValid(String schema, SpecVersion.VersionFlag version, String json) throws IOException {
        assertThat(JsonSchemaFactory.getInstance(version)
                        .getSchema(schema)
                        .validate(new ObjectMapper().readTree(json), context -> context.getExecutionConfig()
                                .setFormatAssertionsEnabled(true)))
                .isEmpty();
    }

    @Test
    void writesSarif() throws IOException {
        String schema = new String(
                getClass().getResourceAsStream("sarif-as-written.schema.json").readAllBytes(), StandardCharsets.UTF_8);
        assertValid(schema, SpecVersion.VersionFlag.V202012, sarif());
    }

    @Test
    void writesSarifByTheSchemaOfTheStandard() throws IOException {
        String schema = System.getProperty("sarif.schema", "");
        assumeThat(schema)
                .as("-Dsarif.schema names the schema of OASIS, which is not part of this project")
                .isNotEmpty();
        assertValid(Files.readString(Path.of(schema)), SpecVersion.VersionFlag.V7, sarif());
    }

    @Test
    void whatItWritesAsSarifReadsTheSame() throws IOException {
        ScanReport report = new ReportFiles(new Fingerprints(new byte[16]), null, false)
                .read(List.of(ReportFile.of("own.sarif", sarif().getBytes(StandardCharsets.UTF_8))));
        assertThat(report.findings()).as("all but what is fixed").hasSize(30);
        assertThat(report.bySeverity()).containsOnlyKeys(Severity.values());
        assertThat(report.findings())
                .filteredOn(finding -> finding.suppressedInSource() != null)
                .hasSize(10);
    }

    @Test
    void writesJsonByItsSchema() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonExport.write(store, out);
        assertValid(
                Files.readString(Path.of("../../docs/schemas/scan-findings.schema.json")),
                SpecVersion.VersionFlag.V202012,
                out.toString(StandardCharsets.UTF_8));
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.path("findings")).hasSize(40);
    }

    @Test
    void writesCsvThatNoSpreadsheetRuns() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvExport.write(store, out);
        String csv = out.toString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith(String.join(",", FindingRow.NAMES) + "\r\n");
        assertThat(csv).contains("\"'=HYPERLINK(\"\"x\"\"),\nsecond").contains(",'=cmd|calc 1,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"=1;'=1", "+1;'+1", "-1;'-1", "@x;'@x", "` =1`;`' =1`", "a=1;a=1", "a\"b;\"a\"\"b\"", "a,b;\"a,b\""
            })
    void quotesACell(String value, String cell) {
        assertThat(CsvExport.cell(value)).isEqualTo(cell);
    }
}
