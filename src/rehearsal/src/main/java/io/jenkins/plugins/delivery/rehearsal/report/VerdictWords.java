package io.jenkins.plugins.delivery.rehearsal.report;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Problem;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Stage;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words how a run ended, and why: the step that decided it has the say. */
final class VerdictWords {
    private VerdictWords() {}

    static Words of(Result result, List<Stage> stages, List<JsonNode> reports, @CheckForNull Problem error) {
        return result == Result.SUCCESS ? good(stages, reports) : bad(result, stages, reports, error);
    }

    private static Words good(List<Stage> stages, List<JsonNode> reports) {
        long ran =
                stages.stream().filter(stage -> "SUCCESS".equals(stage.state())).count();
        String all = ran == 0 ? "The pipeline succeeded." : "All " + ran + " stages succeeded.";
        return last(reports, "rollout")
                .map(report -> new Words("Released", sentence(headline(report)), all))
                .orElse(new Words("Succeeded", all, ""));
    }

    private static Words bad(Result result, List<Stage> stages, List<JsonNode> reports, @CheckForNull Problem error) {
        Optional<JsonNode> decided = failed(reports);
        String stage = stages.stream()
                .filter(one -> one.state().equals(result.toString()))
                .map(Stage::name)
                .reduce((first, last) -> last)
                .map(name -> " in " + name)
                .orElse("");
        String tag =
                result.toString().charAt(0) + result.toString().substring(1).toLowerCase(Locale.ROOT) + stage;
        String why = error == null ? "The pipeline ended as " + result + "." : error.message();
        return decided.map(report -> new Words(tag, sentence(headline(report)), ""))
                .orElse(new Words(tag, sentence(why.lines().findFirst().orElse(why)), ""));
    }

    private static Optional<JsonNode> failed(List<JsonNode> reports) {
        return reports.stream()
                .filter(report -> "FAILED".equals(report.path("verdict").asText()))
                .filter(report -> !headline(report).isEmpty())
                .reduce((first, last) -> weight(last) >= weight(first) ? last : first);
    }

    /** A rollout tells the whole story, also that of the checks in it. */
    private static int weight(JsonNode report) {
        return "rollout".equals(report.path("kind").asText()) ? 1 : 0;
    }

    private static Optional<JsonNode> last(List<JsonNode> reports, String kind) {
        return reports.stream()
                .filter(report -> kind.equals(report.path("kind").asText()))
                .reduce((first, last) -> last);
    }

    private static String headline(JsonNode report) {
        return report.path("headline").asText();
    }

    private static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }
}
