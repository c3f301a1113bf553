package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import java.io.IOException;
import java.util.Set;

/**
 * What {@code terraform} or {@code tofu} wrote while it worked: the lines of {@code -json}, and the text of commands that have no
 * such option. Says what was and what was not done, who holds a lock, and how to go on.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/machine-readable-ui">the format</a>
 */
final class TerraformRun implements ReportKind {
    @Override
    public String id() {
        return "terraform-run";
    }

    @Override
    public String title() {
        return "Infrastructure run";
    }

    /** {@code exitCode}: how the command ended. */
    @Override
    public Set<String> settings() {
        return Set.of("exitCode");
    }

    @Override
    public Reading read(ReportSource source, ArgumentMap settings) throws IOException {
        RunLog log = new RunLog();
        source.file().lines((number, line) -> {
            JsonNode json = ReportInput.json(line);
            if (json.isObject()) {
                read(json, log);
            } else {
                log.text(line);
            }
        });
        return log.reading(settings.wholeNumber("exitCode", 0));
    }

    private static void read(JsonNode json, RunLog log) {
        switch (json.path("type").asText()) {
            case "planned_change" -> {
                JsonNode change = json.path("change");
                log.planned(address(change), change.path("action").asText());
            }
            case "apply_start" -> log.started(address(json.path("hook")), action(json));
            case "apply_complete" -> log.done(address(json.path("hook")), action(json));
            case "apply_errored" -> log.failed(address(json.path("hook")), action(json));
            case "diagnostic" -> log.complaint(Diagnostic.of(json.path("diagnostic")));
            default -> {
                // progress and the output of provisioners, which may hold what nobody should be told
            }
        }
    }

    private static String address(JsonNode hook) {
        return hook.path("resource").path("addr").asText();
    }

    private static String action(JsonNode json) {
        return json.path("hook").path("action").asText();
    }
}
