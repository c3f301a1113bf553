package io.jenkins.plugins.delivery.rehearsal.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that {@code result.json} says. Its form is the JSON Schema {@code docs/schemas/rehearsal-result.schema.json};
 * the page shows the same data. Times of the run are virtual; {@code …Millis} of real time are measured.
 *
 * @param schemaVersion changes when something is renamed or dropped
 * @param result what Jenkins would call the build
 * @param verdict the result in words
 * @param error what ended the run; null if nothing did
 * @param expectation what the scenario demanded; null without one
 * @param reports what the steps left on the build, in the order of the steps
 * @param traffic what users met, one entry an application
 * @param simulated what was not real and what stood for it, one sentence each
 * @param stubbed steps that were accepted but did nothing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RehearsalResult(
        int schemaVersion,
        Pipeline pipeline,
        String result,
        Words verdict,
        @CheckForNull Problem error,
        @CheckForNull Expectation expectation,
        Times times,
        Durability durability,
        List<Stage> stages,
        List<StepRun> steps,
        List<JsonNode> reports,
        List<Traffic> traffic,
        @CheckForNull TestCounts tests,
        List<Artifact> artifacts,
        List<String> simulated,
        List<String> stubbed,
        List<Line> log) {

    /** The form that this class writes. */
    public static final int SCHEMA_VERSION = 1;

    /** An immutable copy. */
    public RehearsalResult {
        stages = List.copyOf(stages);
        steps = List.copyOf(steps);
        reports = List.copyOf(reports);
        traffic = List.copyOf(traffic);
        artifacts = List.copyOf(artifacts);
        simulated = List.copyOf(simulated);
        stubbed = List.copyOf(stubbed);
        log = List.copyOf(log);
    }

    /** What was rehearsed. */
    public record Pipeline(
            String name,
            String jenkinsfile,
            @CheckForNull String scenario,
            @CheckForNull String description,
            String startedBy,
            Map<String, String> parameters) {}

    /**
     * A verdict as a person says it.
     *
     * @param tag two or three words
     * @param headline the first sentence
     * @param detail what explains it; may be empty
     */
    public record Words(String tag, String headline, String detail) {}

    /** What ended the run, where, and what to do. */
    public record Problem(
            String message,
            @CheckForNull String place,
            @CheckForNull String remedy) {}

    /**
     * What a scenario demanded.
     *
     * @param met whether all of it came true
     * @param lines one sentence for each demand
     */
    public record Expectation(boolean met, List<String> lines) {}

    /**
     * @param programsMillis real time in which the pipeline's own programs ran
     * @param clusterMillis real time in which pods started and ended, and users' requests were answered
     * @param overheadMillis all other real time
     */
    public record Times(
            Instant startedAt,
            Instant endedAt,
            long virtualMillis,
            long realMillis,
            long programsMillis,
            long clusterMillis,
            long overheadMillis) {}

    /**
     * @param boundaries how often the program was saved
     * @param restarts how often the controller was killed and came back
     * @param runs how often the pipeline was run for this rehearsal
     */
    public record Durability(int boundaries, int restarts, int runs) {}

    /** A stage, or a branch of {@code parallel}. */
    public record Stage(
            String id,
            @CheckForNull String parentId,
            String name,
            boolean branch,
            String state,
            Instant startedAt,
            Instant endedAt,
            long realMillis,
            @CheckForNull String error) {}

    /** A step that ran. */
    public record StepRun(
            String id,
            @CheckForNull String stageId,
            String function,
            String summary,
            Instant startedAt,
            Instant endedAt,
            long realMillis,
            @CheckForNull String error) {}

    /**
     * What users of one application met.
     *
     * @param lost requests without any answer
     * @param lostReasons why, each reason once
     * @param versions by version, in the order of their first request
     * @param timeline counts in slices of virtual time
     */
    public record Traffic(
            String application,
            String environment,
            long requests,
            long lost,
            List<String> lostReasons,
            List<VersionTraffic> versions,
            List<Slice> timeline) {}

    /** What one version answered; {@code errors} have a status of 500 or above. */
    public record VersionTraffic(String version, long requests, long errors) {}

    /** How many requests each version answered from {@code at} until the next slice. */
    public record Slice(Instant at, Map<String, Long> requests) {}

    /** Results of the pipeline's tests. */
    public record TestCounts(int total, int failed, int skipped) {}

    /** A file that the pipeline archived. */
    public record Artifact(String path, long bytes) {}

    /** A line of the log. */
    public record Line(@CheckForNull String stageId, String text) {}
}
