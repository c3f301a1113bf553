package io.jenkins.plugins.delivery.rehearsal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Artifact;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Durability;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Expectation;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Pipeline;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Problem;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.TestCounts;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Times;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Traffic;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.steps.junit.TestResults;
import io.jenkins.plugins.delivery.rehearsal.steps.junit.TestSummary;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.steps.scan.ScanAction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts together what a rehearsal has to tell. */
public final class ResultBuilder {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Pipeline pipeline;
    private final RunRecorder recorder;
    private List<Traffic> traffic = List.of();
    private List<String> simulated = List.of();
    private int runs = 1;
    private Duration cluster = Duration.ZERO;

    /** @param recorder heard the run that is reported */
    public ResultBuilder(Pipeline pipeline, RunRecorder recorder) {
        this.pipeline = pipeline;
        this.recorder = recorder;
    }

    /** What users met. */
    public ResultBuilder traffic(List<Traffic> reports) {
        traffic = List.copyOf(reports);
        return this;
    }

    /** What was not real. */
    public ResultBuilder simulated(List<String> list) {
        simulated = List.copyOf(list);
        return this;
    }

    /** Real time that pods and requests took. */
    public ResultBuilder cluster(Duration took) {
        cluster = took;
        return this;
    }

    /** How often the pipeline ran. */
    public ResultBuilder runs(int count) {
        runs = count;
        return this;
    }

    /**
     * The result of a run.
     *
     * @param expectation what the scenario demanded; null without one
     * @param realMillis from the user's command to now
     */
    public RehearsalResult of(PipelineOutcome outcome, @CheckForNull Expectation expectation, long realMillis)
            throws IOException {
        List<JsonNode> reports = reports(outcome.run());
        Problem error = outcome.result() == Result.SUCCESS || outcome.error() == null ? null : problem(outcome);
        long programs = Math.min(recorder.programsMillis(), realMillis);
        long pods = Math.min(cluster.toMillis(), realMillis - programs);
        return new RehearsalResult(
                RehearsalResult.SCHEMA_VERSION,
                pipeline,
                outcome.result().toString(),
                VerdictWords.of(outcome.result(), recorder.stages(), reports, error),
                error,
                expectation,
                new Times(
                        recorder.startedAt(),
                        recorder.endedAt(),
                        outcome.duration().toMillis(),
                        realMillis,
                        programs,
                        pods,
                        realMillis - programs - pods),
                new Durability(outcome.boundaries(), outcome.restarts(), runs),
                recorder.stages(),
                recorder.steps(),
                reports,
                traffic,
                tests(outcome.run()),
                artifacts(outcome.run()),
                simulated,
                outcome.unsupported(),
                recorder.log());
    }

    private Problem problem(PipelineOutcome outcome) {
        String message = outcome.cause() instanceof NoSuchFileException missing
                ? "There is no file " + missing.getFile()
                : outcome.error();
        return new Problem(message, outcome.place() == null ? failedStep() : outcome.place(), outcome.remedy());
    }

    /** Where nothing says the line: which step it was. */
    @CheckForNull
    private String failedStep() {
        return recorder.steps().stream()
                .filter(step -> step.error() != null)
                .findFirst()
                .map(step -> pipeline.jenkinsfile() + ", step " + step.function())
                .orElse(null);
    }

    private static List<JsonNode> reports(Run<?, ?> run) throws IOException {
        List<JsonNode> reports = new ArrayList<>();
        for (DeliveryReport report : run.getActions(DeliveryReport.class)) {
            ObjectNode json = MAPPER.valueToTree(report.json());
            if (report instanceof ScanAction scan) {
                json.set("rows", MAPPER.valueToTree(scan.getRows()));
            }
            reports.add(json);
        }
        return reports;
    }

    @CheckForNull
    private static TestCounts tests(Run<?, ?> run) {
        TestSummary summary = TestResults.of(run).summary();
        return summary.getTotalCount() == 0
                ? null
                : new TestCounts(summary.getTotalCount(), summary.getFailCount(), summary.getSkipCount());
    }

    private static List<Artifact> artifacts(Run<?, ?> run) throws IOException {
        File folder = run.getArtifactsDir();
        if (!folder.isDirectory()) {
            return List.of();
        }
        List<Artifact> artifacts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.toPath())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.toPath().relativize(file).toString().replace('\\', '/');
                artifacts.add(new Artifact(path, Files.size(file)));
            }
        }
        return artifacts;
    }
}
