package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which tool puts on the load, and how it is called: the tools are stand-ins that write down their arguments and leave a result. */
@Timeout(60)
class LoadTestVarTest {
    private static final String SUMMARY = """
            {"metrics": {"http_reqs": {"count": 100, "rate": 10}, "http_req_failed": {"passes": %d, "fails": 0},
             "http_req_duration": {"avg": 5, "med": 4, "p(95)": %s, "max": 30}}}
            """;
    private static final String VEGETA =
            "{\"latencies\": {\"mean\": 1000000, \"95th\": 2000000, \"max\": 3000000}, \"requests\": 100, \"rate\": 50, \"success\": 1}";

    private static final String GATLING =
            "mkdir -p target/gatling/shop-1/js; printf 'RUN\\tshop\\tshop\\t1700000000000\\t\\t3.12.0\\n"
                    + "REQUEST\\t\\tHome\\t1700000000000\\t1700000000100\\tOK\\t\\n' > target/gatling/shop-1/simulation.log";

    @TempDir
    Path folder;

    private Rehearsed rehearsed;
    private StandIns programs;

    @BeforeEach
    void prepare() throws Exception {
        rehearsed = new Rehearsed(folder);
        programs = new StandIns(folder).link("ls");
    }

    private PipelineOutcome run(String script) throws Exception {
        return rehearsed.run(programs.wrap(script));
    }

    @Test
    void k6RunsAScriptOfTheWorkspaceAndItsResultIsComparedWithTheLastGoodBuild() throws Exception {
        programs.program("k6", "cat summary.json > .delivery/load/summary.json");
        rehearsed.file("load/shop.js", "").file("summary.json", SUMMARY.formatted(0, "20"));
        PipelineOutcome first =
                run("def report = loadTest url: 'http://shop:8080'\necho \"p95 is ${report.figures.p95}\"");
        assertThat(first.error()).as(first.text()).isNull();
        assertThat(first.text())
                .contains("loadTest: k6, because load/shop.js is here")
                .contains("p95 is 20");
        assertThat(programs.calls())
                .containsExactly("k6 [run] [--summary-export] [.delivery/load/summary.json] [--env]"
                        + " [BASE_URL=http://shop:8080] [load/shop.js]");
        rehearsed.file("summary.json", SUMMARY.formatted(0, "30"));
        assertThat(run("loadTest url: 'http://shop:8080'").error())
                .contains("95th percentile of the time: 30 ms, up from 20 ms in #1; at most 24 ms allowed");
        rehearsed.file("summary.json", SUMMARY.formatted(5, "20"));
        assertThat(run("loadTest url: 'http://shop:8080'").error())
                .contains("share of failed requests: 5%, 1% allowed");
    }

    @Test
    void limitsOfTheToolItselfCount() throws Exception {
        programs.program("k6", "cat summary.json > .delivery/load/summary.json; exit 99");
        rehearsed.file("load/shop.js", "").file("summary.json", SUMMARY.formatted(0, "20"));
        assertThat(run("loadTest()").error()).contains("k6 ended with exit code 99");
        programs.program("k6", "exit 1");
        assertThat(run("loadTest()").error()).contains("k6 ended with exit code 1 and without a result");
    }

    @Test
    void jMeterVegetaAndGatlingAreCalledTheirOwnWay() throws Exception {
        programs.program(
                        "jmeter",
                        "echo 'timeStamp,elapsed,label,success' > .delivery/load/result.jtl;"
                                + " echo '1000,5,Home,true' >> .delivery/load/result.jtl")
                .program("vegeta", "echo '" + VEGETA + "' > .delivery/load/report.json")
                .program("mvn", GATLING)
                .link("find")
                .link("grep")
                .link("cp");
        rehearsed.file("plan.jmx", "").file("pom.xml", "<artifactId>gatling-maven-plugin</artifactId>");
        PipelineOutcome outcome = run("loadTest name: 'a', script: 'plan.jmx', url: 'http://shop'\n"
                + "loadTest name: 'b', tool: 'vegeta', url: 'http://shop', rate: '5', duration: '1s'\n"
                + "loadTest name: 'c', url: 'http://shop'");
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(programs.calls())
                .containsExactly(
                        "jmeter [-n] [-t] [plan.jmx] [-l] [.delivery/load/result.jtl]"
                                + " [-Jjmeter.save.saveservice.output_format=csv]"
                                + " [-Jjmeter.save.saveservice.print_field_names=true] [-Jurl=http://shop]",
                        "vegeta [attack] [-targets=.delivery/load/targets] [-rate=5] [-duration=1s]"
                                + " [-output=.delivery/load/results.bin]",
                        "vegeta [report] [-type=json] [-output=.delivery/load/report.json] [.delivery/load/results.bin]",
                        "mvn [-B] [-ntp] [gatling:test] [-DbaseUrl=http://shop]");
    }

    @Test
    void gatlingIsReadAsItsVersionWrites() throws Exception {
        programs.link("cp").link("find").link("grep");
        rehearsed.file("pom.xml", "<artifactId>gatling-maven-plugin</artifactId>");
        rehearsed.file("target/gatling/shop-0/simulation.log", "of a run before");
        programs.program(
                "mvn",
                GATLING + "; echo '{\"numberOfRequests\": {\"total\": 10, \"ko\": 0},"
                        + " \"percentiles3\": {\"total\": 5}}' > target/gatling/shop-1/js/stats.json");
        PipelineOutcome older = run("def report = loadTest()\necho \"requests ${report.figures.requests}\"");
        assertThat(older.error()).as(older.text()).isNull();
        assertThat(older.text()).contains("requests 10");
        programs.program("mvn", GATLING + "; cp -r target/gatling/shop-1 target/gatling/till-1");
        PipelineOutcome two = run("loadTest()");
        assertThat(two.error()).contains("gatling ended with exit code 0 and without a result");
        assertThat(two.text())
                .contains("More than one simulation ran; say which", "./target/gatling/till-1/simulation.log");
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        assertThat(run("loadTest()").error())
                .contains("there is nothing to run")
                .contains("say the script, or the url");
        rehearsed.file("load/shop.jmx", "");
        assertThat(run("loadTest()").error())
                .contains("this agent has no jmeter. Get it from https://jmeter.apache.org");
        assertThat(run("loadTest tool: 'ab'").error())
                .contains("there is no tool 'ab' (known are gatling, jmeter, k6, vegeta)");
    }
}
