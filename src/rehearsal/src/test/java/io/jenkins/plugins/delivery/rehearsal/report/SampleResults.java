package io.jenkins.plugins.delivery.rehearsal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Artifact;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Durability;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Expectation;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Line;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Pipeline;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Problem;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Slice;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Stage;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.StepRun;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.TestCounts;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Times;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Traffic;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.VersionTraffic;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Words;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A rehearsal that ended with a rollback, and the same with hostile words everywhere. */
final class SampleResults {
    static final String HOSTILE = "</script><img src=x onerror=document.title='owned'>\"'&<!--\u2028 @data@ $1";
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private SampleResults() {}

    static RehearsalResult rolledBack() throws IOException {
        return of("storefront", "smoke & roll", reports());
    }

    static RehearsalResult hostile() throws IOException {
        String text = new ObjectMapper().writeValueAsString(HOSTILE);
        JsonNode report = new ObjectMapper()
                .readTree(
                        "{\"kind\":%1$s,\"name\":%1$s,\"title\":%1$s,\"verdict\":%1$s,\"headline\":%1$s,\"figures\":[%1$s],"
                                        .formatted(text)
                                + "\"model\":{\"transitions\":[{\"at\":%1$s,\"to\":%1$s,\"weight\":5,\"reason\":%1$s}],\"verdicts\":[{\"metric\":%1$s,\"outcome\":%1$s,\"reason\":%1$s,\"canary\":1,\"stable\":1,\"weight\":5,\"at\":%1$s}]}}"
                                        .formatted(text));
        return of(HOSTILE, HOSTILE, List.of(report));
    }

    private static RehearsalResult of(String name, String word, List<JsonNode> reports) {
        Words verdict = new Words("Rolled back at 25 %", "The new version failed too often.", word);
        Times times = new Times(START, START.plusSeconds(600), 600_000, 38_200, 33_900, 3_100, 1_200);
        return new RehearsalResult(
                RehearsalResult.SCHEMA_VERSION,
                new Pipeline(name, "Jenkinsfile", "bad-release", word, "bob", Map.of("VERSION", "1.5.0")),
                "FAILURE",
                verdict,
                new Problem("canaryPromote: " + word, "Jenkinsfile:52", "Look at " + word),
                new Expectation(true, List.of("The result is FAILURE.")),
                times,
                new Durability(61, 0, 1),
                stages(word),
                List.of(
                        new StepRun("s1", "1", "sh", "mvn " + word, START, START.plusSeconds(2), 1_900, null),
                        new StepRun("s2", "8", "canaryPromote", word, START, START.plusSeconds(500), 2_900, word)),
                reports,
                List.of(traffic(word)),
                new TestCounts(24, 0, 0),
                List.of(new Artifact("target/jib-image.json", 258)),
                List.of("Time is a virtual clock.", word),
                List.of(word),
                List.of(new Line("1", "+ mvn"), new Line("8", word), new Line(null, "Finished: FAILURE")));
    }

    private static List<Stage> stages(String word) {
        List<Stage> stages = new ArrayList<>();
        List<String> names =
                List.of("Lint", "Test", "Scan", "Image", "Migrate", "Staging", "Approval", "Production", "Verify");
        for (String name : names) {
            String state = name.equals("Production") ? "FAILURE" : name.equals("Verify") ? "SKIPPED" : "SUCCESS";
            Instant at = START.plusSeconds(10L * stages.size());
            stages.add(new Stage(
                    "" + (stages.size() + 1),
                    null,
                    name,
                    false,
                    state,
                    at,
                    at.plusSeconds(9),
                    2_300,
                    state.equals("FAILURE") ? word : null));
        }
        return stages;
    }

    private static Traffic traffic(String word) {
        List<Slice> slices = IntStream.range(0, 60)
                .mapToObj(i -> new Slice(
                        START.plusSeconds(i * 10L), Map.of("1.4.2", 100L - share(i), "1.5.0" + word, (long) share(i))))
                .toList();
        return new Traffic(
                "storefront",
                "production",
                6_000,
                0,
                List.of(),
                List.of(new VersionTraffic("1.4.2", 5_610, 0), new VersionTraffic("1.5.0" + word, 390, 97)),
                slices);
    }

    private static int share(int slice) {
        return slice < 12 || slice > 40 ? 0 : slice < 26 ? 5 : 25;
    }

    private static List<JsonNode> reports() throws IOException {
        try (InputStream in = SampleResults.class.getResourceAsStream("sample-reports.json")) {
            List<JsonNode> reports = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(reports::add);
            return reports;
        }
    }
}
