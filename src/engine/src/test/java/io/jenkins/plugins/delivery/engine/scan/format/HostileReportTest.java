package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
}
