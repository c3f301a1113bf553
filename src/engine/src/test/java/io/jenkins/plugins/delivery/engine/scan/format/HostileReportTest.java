package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class HostileReportTest {
    private static final String SARIF = """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint"}},
              "results": [{"ruleId": "A", "level": "error", "message": {"text": "bad"}}]}]}
            """;

    private static void refused(String content, String... words) {
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> Collected.detected(content))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    @Test
    void refusesAnEmptyFile() {
        refused("", "report.json:1:1", "expected a scanner report", "SARIF 2.1.0, Trivy", "neither JSON nor XML");
    }

    @Test
    void refusesWhatIsNotJson() {
        refused("Total: 3 (HIGH: 3)\n│ Library │", "expected a scanner report");
    }

    @Test
    void refusesJsonThatIsNoReport() {
        refused("{\"name\": \"shop\", \"version\": \"1.0.0\"}", "expected a scanner report", "none of these");
    }

    @Test
    void saysWhereACutOffReportEnds() {
        refused(SARIF.substring(0, SARIF.indexOf("bad")), "report.json:2:", "cut off");
    }

    @Test
    void saysWhereJsonIsBroken() {
        refused("{\"runs\": [{\"tool\": {\"driver\": {}}},\n  oops", "report.json:2:", "expected JSON");
    }

    @Test
    void refusesWhatFollowsTheReport() {
        refused(SARIF + "{}", "report.json:3:1", "expected the end of the file, but found an object");
    }

    @Test
    void refusesAFieldOfTheWrongType() {
        refused(
                SARIF.replace("[{\"tool\"", "{\"tool\"").replace("]}]}", "]}}"),
                "expected an array, but found an object");
    }

    @Test
    void refusesTenThousandLevelsWithoutOverflowingTheStack() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        refused(SARIF.replace("\"bad\"", deep), "expected at most 200 levels");
        refused(deep, "expected at most 200 levels");
    }

    /** Nothing is unpacked, and what stands in the clear within an archive is not taken for a report of its own. */
    @Test
    void refusesAnArchiveWhateverItHolds() throws IOException {
        String leak = "{\"SourceMetadata\": {\"Data\": {}}, \"DetectorName\": \"AWS\", \"Verified\": true}\n";
        byte[] lines = leak.repeat(3).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            out.putNextEntry(new ZipEntry("../../evil.json"));
            out.write(lines);
        }
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        tar.write(Arrays.copyOf("../../evil.json".getBytes(StandardCharsets.UTF_8), 512));
        tar.write(lines);
        assertThat(Collected.detected(ReportFile.of("a", lines)).findings).isNotEmpty();
        for (byte[] archive : List.of(zip.toByteArray(), tar.toByteArray())) {
            ReportFile file = ReportFile.of("a.archive", archive);
            assertThatExceptionOfType(ReportFormatException.class)
                    .isThrownBy(() -> Collected.detected(file))
                    .withMessageContaining("a.archive:1:1")
                    .withMessageContaining("neither JSON nor XML");
            for (ReportReader reader : ReportFormats.all()) {
                assertThatExceptionOfType(ReportFormatException.class)
                        .as(reader.id())
                        .isThrownBy(() -> ReportFormats.check(file, reader));
            }
        }
    }

    @Test
    void refusesATextLongerThanAnyReportHolds() {
        refused(SARIF.replace("bad", "b".repeat(21_000_000)), "texts of 20000000 characters");
    }

    @Test
    void readsUtf16WithByteOrderMark() throws IOException {
        for (var charset : new java.nio.charset.Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            byte[] bytes = ("\uFEFF" + SARIF).getBytes(charset);
            assertThat(Collected.detected(ReportFile.of("a", bytes)).only().message())
                    .isEqualTo("bad");
        }
    }

    @Test
    void readsUtf8WithByteOrderMark() throws IOException {
        assertThat(Collected.detected("\uFEFF" + SARIF).only().message()).isEqualTo("bad");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] latin1 = SARIF.replace("bad", "sch\u00e4dlich").getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> Collected.detected(ReportFile.of("a.sarif", latin1)))
                .withMessageStartingWith("a.sarif:2:");
    }

    @Test
    void survivesNumbersOutOfRange() throws IOException {
        String huge = SARIF.replace("\"ruleId\": \"A\"", "\"ruleId\": \"A\", \"ruleIndex\": 99999999999999999999999");
        assertThat(Collected.detected(huge).only().rule()).isEqualTo("A");
    }

    @Test
    void cutsAMessageThatNobodyWouldRead() throws IOException {
        String message = Collected.detected(SARIF.replace("bad", "b".repeat(50_000)))
                .only()
                .message();
        assertThat(message).hasSize(1000).endsWith("…");
    }

    @Test
    void detectsAReportThatTellsLateWhatItIs() throws IOException {
        String late = "{\"properties\": \"" + "x".repeat(100_000) + "\"," + SARIF.substring(1);
        assertThat(Collected.detected(late).only().rule()).isEqualTo("A");
    }

    @Test
    void refusesAKeyThatStandsTwiceWhereItDecides() {
        refused(SARIF.replace("\"level\": \"error\"", "\"level\": \"error\", \"level\": \"none\""), "\"level\" once");
        refused("""
                {"results": [{"test_id": "B1", "issue_severity": "HIGH",
                  "issue_severity": "LOW", "issue_text": "x"}], "generated_at": "now", "errors": []}
                """, "report.json:2:", "\"issue_severity\" once in an object");
    }

    @Test
    void readsBothListsOfFindingsIfThereAreTwo() throws IOException {
        String bandit = """
                {"results": [{"test_id": "B1", "issue_severity": "HIGH"}], "generated_at": "now",
                 "results": [{"test_id": "B2", "issue_severity": "LOW"}]}
                """;
        assertThat(Collected.detected(bandit).findings).hasSize(2);
    }

    @Test
    void refusesAReportWithoutItsList() {
        refused("{\"metrics\": {\"_totals\": {}}, \"generated_at\": \"now\"}", "\"results\" (Bandit)");
    }

    @Test
    void readsTheJsonBetweenWhatAToolPrints() throws IOException {
        Collected collected = Collected.detected("[INFO] scanning\n2026-01-01 {x}\n\n" + SARIF + "\n[2026] done\n");
        assertThat(collected.only().rule()).isEqualTo("A");
        refused("[INFO] scanning\n" + SARIF + "done\n[{\"ruleId\": 1}]", "report.json:5:1", "end of the file");
        refused("[INFO] scanning\n" + SARIF.replace("bad", "b\nad"), "report.json:3:");
    }

    @Test
    void doesNotTakeALineThatToolsPrintForTheReportWhereverItStands() throws IOException {
        for (int before = 2040; before <= 2050; before++) {
            String banner = "x".repeat(before - 1) + "\n[INFO] scanning\n";
            assertThat(Collected.detected(banner + SARIF).only().rule()).isEqualTo("A");
        }
    }

    @Test
    void item13EntitiesOfXmlAreRefusedAndFetchNothing() {
        String external = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(100) + "\">]>";
        String report = "<pmd><file name=\"a\"><violation rule=\"R\" priority=\"1\">%s</violation></file></pmd>";
        refused(external + report.formatted("&f;"), "report.json:1:", "without entities");
        refused(laughs + report.formatted("&b;"), "report.json:1:", "entity \"b\" was referenced, but not declared");
        refused(report.formatted("&unheard;"), "report.json:1:");
    }

    @Test
    void neverOpensTheDocumentTypeThatAReportNames() throws IOException {
        String type = "<!DOCTYPE pmd SYSTEM \"file:///nowhere/at-all.dtd\">";
        String report = "<pmd><file name=\"a\"><violation rule=\"R\" priority=\"1\">x</violation></file></pmd>";
        assertThat(Collected.detected(type + report).only().rule()).isEqualTo("R");
    }

    /** The parser of the JDK has no words for it and fails otherwise than it says. */
    @Test
    void refusesADocumentTypeWithACharacterThatXmlDoesNotKnow() {
        refused("<?xml version=\"1.0\"?>\n<!DOCTYPE pmd [\u0001]><pmd/>", "report.json:2:", "not well-formed");
    }

    @Test
    void refusesXmlOfThousandsOfLevelsAndOfUnheardEncodings() {
        String deep = "<a>".repeat(5_000) + "</a>".repeat(5_000);
        refused("<pmd><file name=\"a\"><violation>" + deep + "</violation></file></pmd>", "at most 200 levels");
        refused("<?xml version=\"1.0\" encoding=\"x-none\"?><pmd/>", "encoding");
    }

    @Test
    void refusesTextsOfAHundredMegabytesWithoutKeepingThem() {
        refused(new LongReport(
                "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"", 'x', "\"}}}]}"));
        refused(new LongReport("<pmd><file name=\"a\"><violation>", 'x', "</violation></file></pmd>"));
        refused(new LongReport("[{\"RuleID\": \"a\", \"File\": \"b\", \"Tags\": [", ' ', "}"));
    }

    private static void refused(ReportFile file) {
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> Collected.detected(file))
                .withMessageContaining("expected");
    }

    @Test
    void refusesOneFindingThatIsLargerThanMemory() {
        StringBuilder many = new StringBuilder("[{\"RuleID\": \"a\", \"File\": \"b\", \"Tags\": [0");
        for (int i = 0; i < 600_000; i++) {
            many.append(",0");
        }
        refused(many + "]}]", "at most 500000 values");
    }

    @Test
    void refusesAFileThatIsLargerThanTheAdministratorAllows() {
        ReportFile file = ReportFile.of("a.sarif", SARIF.getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> Collected.detected(file.atMost(100)))
                .withMessageStartingWith("a.sarif: expected at most 100 bytes");
    }

    @Test
    void takesOrdersToATerminalOutOfMessages() throws IOException {
        String coloured = SARIF.replace("bad", "\\u001b[31mbad\\u001b[0m\\u001b]8;;http://x\\u0007 code\\u001bc");
        assertThat(Collected.detected(coloured).only().message()).isEqualTo("bad code");
    }

    @Test
    void keepsMarkupAsTheTextThatItIs() throws IOException {
        String marked = SARIF.replace("bad", "<script>alert(1)</script>");
        assertThat(Collected.detected(marked).only().message()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void doesNotTakeARunWithoutResultsForAScan() throws IOException {
        Collected collected = Collected.detected(
                "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"lint\"}}, \"results\": null}]}");
        assertThat(collected.incomplete).containsExactly("lint has a run without results: it did not scan");
    }

    @Test
    void doesNotTakeResultsInAnotherFileForNone() throws IOException {
        Collected collected = Collected.detected("""
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint"}},
                  "externalPropertyFileReferences": {"results": [{"location": {"uri": "b.json"}}]}}]}
                """);
        assertThat(collected.incomplete).singleElement().asString().contains("other files");
    }
}
