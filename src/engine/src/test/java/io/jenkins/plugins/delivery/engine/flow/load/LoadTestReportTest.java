package io.jenkins.plugins.delivery.engine.flow.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Figure;
import io.jenkins.plugins.delivery.engine.flow.Judgement;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import io.jenkins.plugins.delivery.engine.flow.Reports;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTestReportTest {
    private static final String K6 = """
            {"metrics": {
              "http_reqs": {"count": 2000, "rate": 99.5},
              "http_req_failed": {"passes": 30, "fails": 1970, "value": 0.015},
              "http_req_duration": {"avg": 12.5, "min": 1, "med": 10, "max": 320, "p(90)": 30, "p(95)": 45.5,
                                    "thresholds": {"p(95)<40": true}}},
             "root_group": {"checks": {}}}
            """;
    private static final String VEGETA = """
            {"latencies": {"total": 1, "mean": 2000000, "50th": 1500000, "95th": 5000000, "99th": 9000000, "max": 12000000},
             "requests": 100, "rate": 50.1, "success": 0.98, "status_codes": {"200": 98, "500": 2}, "errors": ["500"]}
            """;

    @TempDir
    Path folder;

    private Reading read(String text) throws IOException {
        return Reports.read(new LoadTestReport(), folder, text);
    }

    private static double value(Reading reading, String figure) {
        return reading.figure(figure).map(Figure::value).orElseThrow();
    }

    @Test
    void k6TellsItsSummaryAndTheThresholdsThatWereCrossed() throws Exception {
        Reading reading = read(K6);
        assertThat(reading.summary()).isEqualTo("k6 made 2000 requests, 1.50 % of them failed.");
        assertThat(value(reading, "p95")).isEqualTo(45.5);
        assertThat(value(reading, "rate")).isEqualTo(99.5);
        assertThat(reading.figure("p99")).as("k6 was not asked for it").isEmpty();
        assertThat(reading.failures()).containsExactly("k6: the threshold http_req_duration p(95)<40 was crossed");
    }

    @Test
    void k6TellsTheSameInTheFormOfHandleSummary() throws Exception {
        Reading reading = read("""
                {"metrics": {"http_reqs": {"type": "counter", "values": {"count": 10, "rate": 1}},
                  "http_req_duration": {"values": {"avg": 1, "p(95)": 2, "p(99)": 3},
                    "thresholds": {"p(95)<40": {"ok": true}, "p(99)<1": {"ok": false}}},
                  "http_req_failed": {"values": {"rate": 0.1, "passes": 1, "fails": 9}}}}
                """);
        assertThat(value(reading, "errors")).isEqualTo(1);
        assertThat(value(reading, "p99")).isEqualTo(3);
        assertThat(reading.failures()).containsExactly("k6: the threshold http_req_duration p(99)<1 was crossed");
    }

    @Test
    void k6TellsItsPointsByName() throws Exception {
        String point =
                "{\"metric\":\"http_req_%s\",\"type\":\"Point\",\"data\":{\"time\":\"2026-01-31T12:00:0%d.5+01:00\",\"value\":%s,"
                        + "\"tags\":{\"name\":\"/%s\"}}}\n";
        StringBuilder text = new StringBuilder("{\"type\":\"Metric\",\"metric\":\"http_reqs\",\"data\":{}}\n");
        for (int i = 0; i < 10; i++) {
            text.append(point.formatted("duration", i, i * 10, i < 5 ? "a" : "b"));
            text.append(point.formatted("failed", i, i == 9 ? 1 : 0, i < 5 ? "a" : "b"));
        }
        Reading reading = read(text.toString());
        assertThat(value(reading, "requests")).isEqualTo(10);
        assertThat(value(reading, "errorRate")).isEqualTo(10);
        assertThat(value(reading, "max")).isEqualTo(90);
        assertThat(value(reading, "rate")).isCloseTo(10 / 9.0, within(0.01));
        assertThat(reading.rows())
                .extracting(row -> row.cells().get(0) + " " + row.cells().get(2))
                .containsExactly("/a 0", "/b 1");
    }

    @Test
    void jMeterTellsItsLogWhateverItsMessagesHold() throws Exception {
        Reading reading = read("""
                timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,failureMessage,bytes
                1700000000000,100,Home,200,OK,t-1,true,,10
                1700000000100,300,"Cart, full",500,Oops,t-1,false,"expected ""a"",
                got b",10
                1700000000400,200,Home,200,OK,t-1,true,,10
                """);
        assertThat(value(reading, "requests")).isEqualTo(3);
        assertThat(value(reading, "errors")).isEqualTo(1);
        assertThat(value(reading, "mean")).isEqualTo(200);
        assertThat(value(reading, "p95")).isCloseTo(300, within(3.0));
        assertThat(value(reading, "rate")).isEqualTo(5);
        assertThat(reading.rows()).extracting(row -> row.cells().get(0)).containsExactly("Home", "Cart, full");
    }

    @Test
    void jMeterTellsTheSameAsXmlAndWhatASampleIsMadeOfIsNotCountedAgain() throws Exception {
        Reading reading = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testResults version="1.2">
                <httpSample t="100" lt="90" ts="1700000000000" s="true" lb="Home" rc="200" rm="OK" by="10">
                  <httpSample t="40" ts="1700000000000" s="false" lb="Home-0" rc="302"/>
                  <java.net.URL>http://shop/</java.net.URL>
                </httpSample>
                <sample t="300" ts="1700000000100" s="false" lb="Cart &amp; more" rc="500">
                  <assertionResult><name>a</name><failure>true</failure><error>false</error></assertionResult>
                </sample>
                <httpSample t="200" ts="1700000000400" s="true" lb="Home"/>
                </testResults>
                """);
        assertThat(reading.summary()).isEqualTo("JMeter made 3 requests, 33.33 % of them failed.");
        assertThat(value(reading, "errors")).isEqualTo(1);
        assertThat(value(reading, "mean")).isEqualTo(200);
        assertThat(value(reading, "rate")).isEqualTo(5);
        assertThat(reading.rows()).extracting(row -> row.cells().get(0)).containsExactly("Home", "Cart & more");
    }

    @Test
    void jMetersXmlReadsNoOtherFileAndNamesTheSampleThatIsWrong() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        String entity = "<!DOCTYPE testResults [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<testResults><sample t=\"1\" ts=\"1\" s=\"true\" lb=\"&e;\"/></testResults>";
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> read(entity))
                .withMessageContaining("expected XML")
                .withMessageNotContaining("hunter2");
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> read("<testResults><sample t=\"1\" ts=\"1\" s=\"true\" lb=\"a\"/>"
                        + "<sample t=\"soon\" ts=\"1\" s=\"true\" lb=\"b\"/></testResults>"))
                .withMessageContaining("as 't' at sample 2 of JMeter's log, but it is 'soon'");
    }

    @Test
    void gatlingTellsItsGlobalStatisticsAsItWritesThem() throws Exception {
        Reading reading = read("""
                {
                  "name": "All Requests",
                  "numberOfRequests": {"total": 1200, "ok": 1188, "ko": 12},
                  "minResponseTime": {"total": 2, "ok": 2, "ko": 9},
                  "maxResponseTime": {"total": 812, "ok": 640, "ko": 812},
                  "meanResponseTime": {"total": 31, "ok": 29, "ko": 220},
                  "standardDeviation": {"total": 40, "ok": 33, "ko": 90},
                  "percentiles1": {"total": 22, "ok": 22, "ko": 210},
                  "percentiles2": {"total": 35, "ok": 34, "ko": 260},
                  "percentiles3": {"total": 91, "ok": 88, "ko": 700},
                  "percentiles4": {"total": 240, "ok": 190, "ko": 810},
                  "group1": {"name": "t < 800 ms", "htmlName": "t &lt; 800 ms", "count": 1187, "percentage": 98.9},
                  "meanNumberOfRequestsPerSecond": {"total": 40.0, "ok": 39.6, "ko": 0.4}
                }
                """);
        assertThat(reading.summary()).isEqualTo("Gatling made 1200 requests, 1.00 % of them failed.");
        assertThat(value(reading, "p50")).isEqualTo(22);
        assertThat(value(reading, "p95")).isEqualTo(91);
        assertThat(value(reading, "p99")).isEqualTo(240);
        assertThat(value(reading, "rate")).isEqualTo(40);
        assertThat(reading.rows()).as("single requests are in stats.json").isEmpty();
    }

    /** Of a run of Gatling 3.15.1: 15 visitors, each of whom asks for three things, of which one is not there. */
    private byte[] gatling() throws IOException {
        try (InputStream in = LoadTestReportTest.class.getResourceAsStream("gatling-3.15.1.log")) {
            return in.readAllBytes();
        }
    }

    private Reading read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("simulation.log"), bytes);
        return new LoadTestReport()
                .read(
                        ReportSource.of(new ReportInput("simulation.log", file, 1 << 20)),
                        ArgumentMap.of("settings", Map.of(), Set.of()));
    }

    @Test
    void gatlingWritesABinaryLogByNow() throws Exception {
        Reading reading = read(gatling());
        assertThat(reading.summary()).isEqualTo("Gatling made 45 requests, 33.33 % of them failed.");
        assertThat(reading.rows())
                .extracting(row -> row.cells().get(0) + " " + row.cells().get(1) + " "
                        + row.cells().get(2))
                .containsExactlyInAnyOrder("Home 15 0", "Item \u00e9 15 0", "Pay 15 15");
        assertThat(value(reading, "mean")).as("as Gatling itself counts").isCloseTo(190, within(0.5));
        assertThat(value(reading, "max")).isEqualTo(1028);
        assertThat(value(reading, "p50")).isCloseTo(41, within(1.0));
        assertThat(value(reading, "p95")).isCloseTo(1002, within(10.0));
    }

    @Test
    void onlyTheBeginningOfALongNameIsKept() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream log = new DataOutputStream(bytes);
        log.writeByte(0);
        text(log, "3.15.1");
        text(log, "shop.Shopping");
        log.writeLong(1_700_000_000_000L);
        text(log, "");
        log.writeInt(0);
        log.writeInt(0);
        log.writeByte(1);
        log.writeInt(0);
        log.writeInt(1);
        text(log, "x".repeat(100_000));
        log.writeInt(0);
        log.writeInt(5);
        log.writeBoolean(true);
        log.writeInt(2);
        text(log, "");

        assertThat(read(bytes.toByteArray()).rows())
                .singleElement()
                .extracting(row -> row.cells().get(0))
                .isEqualTo("x".repeat(256));
    }

    private static void text(DataOutputStream log, String text) throws IOException {
        log.writeInt(text.length());
        if (!text.isEmpty()) {
            log.writeBytes(text);
            log.writeByte(0);
        }
    }

    @Test
    void aBinaryLogOfGatlingThatBreaksOffOrIsNoneIsRefused() throws Exception {
        byte[] whole = gatling();
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 3)))
                .withMessageContaining("the file breaks off");
        byte[] unknown = Arrays.copyOf(whole, whole.length + 1);
        unknown[whole.length] = 9;
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> read(unknown))
                .withMessageContaining("expected a request, user, group or error at record ");
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> read(new byte[] {0, 127, 0, 0, 0, 0}))
                .withMessageContaining("expected a length of at most a mebibyte at record 1");
    }

    @Test
    void gatlingTellsItsStatisticsAndItsLog() throws Exception {
        String stats =
                "{\"name\":\"%s\",\"numberOfRequests\":{\"total\":%d,\"ok\":1,\"ko\":%d},\"meanResponseTime\":{\"total\":7},"
                        + "\"maxResponseTime\":{\"total\":70},\"percentiles1\":{\"total\":5},\"percentiles3\":{\"total\":50},\"percentiles4\":{\"total\":60},"
                        + "\"meanNumberOfRequestsPerSecond\":{\"total\":12.5}}";
        Reading reading =
                read("{\"type\":\"GROUP\",\"name\":\"All Requests\",\"stats\":" + stats.formatted("All", 200, 3)
                        + ",\"contents\":{\"req_a\":{\"type\":\"REQUEST\",\"name\":\"Home\",\"stats\":"
                        + stats.formatted("Home", 150, 0) + "}}}");
        assertThat(value(reading, "errorRate")).isEqualTo(1.5);
        assertThat(value(reading, "p95")).isEqualTo(50);
        assertThat(reading.rows())
                .extracting(row -> row.cells().get(0) + " " + row.cells().get(1))
                .containsExactly("Home 150");
        Reading log = read("""
                RUN\tshop\tshop\t1700000000000\t\t3.9.5
                USER\tshop\tSTART\t1700000000000
                REQUEST\t\tHome\t1700000000000\t1700000000100\tOK\t
                REQUEST\tgroup\tCart\t1700000000100\t1700000000500\tKO\tstatus 500
                """);
        assertThat(value(log, "requests")).isEqualTo(2);
        assertThat(value(log, "errors")).isEqualTo(1);
        assertThat(value(log, "mean")).isEqualTo(250);
    }

    @Test
    void vegetaTellsItsReportAndItsResults() throws Exception {
        Reading reading = read(VEGETA);
        assertThat(value(reading, "errors")).isEqualTo(2);
        assertThat(value(reading, "p95")).isEqualTo(5);
        Reading results = read("""
                {"attack":"","seq":0,"code":200,"timestamp":"2026-01-31T12:00:00Z","latency":2000000,"error":"","method":"GET","url":"http://a/"}
                {"attack":"","seq":1,"code":503,"timestamp":"2026-01-31T12:00:01Z","latency":4000000,"error":"503","method":"GET","url":"http://a/"}
                """);
        assertThat(value(results, "mean")).isEqualTo(3);
        assertThat(value(results, "errorRate")).isEqualTo(50);
    }

    @Test
    void itsOwnGatesAllowOnePerCentOfErrorsAndAFifthMoreThanTheLastGoodRelease() throws Exception {
        Reading reading = read(VEGETA);
        LoadTestReport kind = new LoadTestReport();
        assertThat(Judgement.of(reading, kind.gates(), new Judgement.Earlier("#41", Map.of("p95", 4.0)))
                        .violations())
                .containsExactly(
                        "share of failed requests: 2%, 1% allowed",
                        "95th percentile of the time: 5 ms, up from 4 ms in #41; at most 4.8 ms allowed");
        Judgement first = Judgement.of(read(VEGETA.replace("0.98", "1")), kind.gates(), null);
        assertThat(first.passed()).isTrue();
        assertThat(first.notices()).hasSize(1);
    }

    @Test
    void percentilesOfManyRequestsAreOnePerCentFromTheTruth() {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 100_000; i++) {
            latencies.add(i / 10.0);
        }
        for (double percent : new double[] {1, 50, 95, 99, 99.9}) {
            assertThat(latencies.percentile(percent)).isCloseTo(percent * 100, within(percent));
        }
        assertThat(latencies.max()).isEqualTo(10_000);
        assertThat(latencies.mean()).isCloseTo(5_000.05, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<testResults/>",
                "<testResults><sample t=\"1\" ts=\"1\" s=\"true\" lb=\"a\"/>",
                "<testResults><sample t=\"1\" ts=\"1\" lb=\"a\"/></testResults>",
                "<testsuite><sample t=\"1\" ts=\"1\" s=\"true\" lb=\"a\"/></testsuite>",
                "{\"metrics\": {}}",
                "{\"latencies\": {}}",
                "{\"metric\":\"http_reqs\",\"type\":\"Point\",\"data\":{}}",
                "{\"metric\":\"http_req_duration\",\"type\":\"Point\",\"data\":{\"time\":\"2026-01-31T12:00:00Z\"}}\n{\"met",
                "timeStamp,elapsed,label,success\n1,2,\"a,true\n",
                "timeStamp,elapsed,label\n1,2,a\n",
                "timeStamp,elapsed,label,success\n1,x,a,true\n",
                "RUN\ta\nREQUEST\tbroken\n",
            })
    void whatBreaksOffOrSaysNothingIsRefused(String text) {
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("report");
    }
}
