package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What our steps make an agent load, and a step of another plugin to compare them with. The figures are printed, and kept in {@code target/footprint-agent.txt}. */
@ExtendWith(WithJenkins.class)
@NeedsWar("makes an agent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentFootprintTest {
    private static final Path REPORT = Path.of("target/footprint-agent.txt");
    private static final String SARIF = """
            {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"lint"}},"results":[
            {"ruleId":"R1","level":"error","message":{"text":"bad"},"locations":[{"physicalLocation":{
            "artifactLocation":{"uri":"src/a.c"},"region":{"startLine":3}}}]}]}]}""";
    private static final String TIMED = """
            node('%1$s') {
              writeFile file: 'a.sarif', text: '''%2$s'''
              writeFile file: 'a.xml', text: '<testsuite name="s"><testcase classname="c" name="n" time="0.1"/></testsuite>'
              long began = System.currentTimeMillis()
              %3$s
              echo "took ${System.currentTimeMillis() - began} ms"
            }
            """;

    /** Bytes. Jars come in the background, also small ones that Jenkins itself needs meanwhile. */
    private static final long SMALL = 200_000;

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    void whatAStepNeedsIsLoadedOnceInAConnectionAndSentOnceToAnAgent(RealJenkins jenkins) throws Exception {
        String smoke = "smokeTest checks: [[path: '/login']], url: '" + jenkins.url() + "'";
        String scan = "securityScan reports: '*.sarif', gates: [[severity: 'HIGH', max: 5]]";
        boolean junit = jenkins.plugins().plugin("junit").isPresent();
        String compared = junit ? "junit 'a.xml'" : "fileExists 'a.xml'";
        for (String step : List.of(compared, scan, smoke)) {
            run(jenkins, "built-in", step); // so that the controller has loaded what it needs itself
            Path agent = folder.resolve(step.substring(0, 5));
            boolean ours = !step.equals(compared);
            for (String connection : List.of("fresh", "known")) {
                try (MeasuredAgent measured = new MeasuredAgent(jenkins, agent)) {
                    run(jenkins, MeasuredAgent.NAME, "echo 'nothing of ours'");
                    MeasuredAgent.Loaded first = measure(jenkins, measured, step, connection + " agent, first time");
                    MeasuredAgent.Loaded second = measure(jenkins, measured, step, connection + " agent, second time");

                    assertThat(first.ours() > 0).as(step).isEqualTo(ours);
                    assertThat(second.ours()).as(step).isZero();
                    if (ours) {
                        assertThat(first.jars() > SMALL).as(step).isEqualTo(connection.equals("fresh"));
                        assertThat(second.jars()).as(step).isLessThan(SMALL);
                    }
                }
            }
        }
        Files.write(REPORT, lines);
    }

    private MeasuredAgent.Loaded measure(RealJenkins jenkins, MeasuredAgent agent, String step, String when)
            throws IOException {
        MeasuredAgent.Loaded before = agent.loaded();
        long millis = run(jenkins, MeasuredAgent.NAME, step);
        MeasuredAgent.Loaded loaded = agent.loaded().since(before);
        String line = String.format(
                Locale.ROOT,
                "%s, %s: %.1f s; %d classes, of which %d ours; asked %d times, which took %d ms; %.1f MB of jars",
                step.replaceAll(" .*", ""),
                when,
                millis / 1e3,
                loaded.classes(),
                loaded.ours(),
                loaded.asked(),
                loaded.millis(),
                loaded.jars() / 1e6);
        System.out.println("Footprint: " + line);
        lines.add(line);
        return loaded;
    }

    /** How long the step took, as the build sees it. */
    private static long run(RealJenkins jenkins, String node, String step) {
        Builds.Ended ended = new Builds(jenkins.as("admin")).run("agent-footprint", TIMED.formatted(node, SARIF, step));
        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        return Long.parseLong(ended.log().replaceAll("(?s).*took (\\d+) ms.*", "$1"));
    }
}
