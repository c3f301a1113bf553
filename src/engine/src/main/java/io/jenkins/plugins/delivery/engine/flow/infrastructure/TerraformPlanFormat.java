package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What {@code terraform show -json} and {@code tofu show -json} say of a plan file.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format#plan-representation">the format</a>
 */
final class TerraformPlanFormat implements PlanFormat {
    @Override
    public void read(ReportInput file, Changes changes) throws IOException {
        AtomicBoolean plan = new AtomicBoolean();
        file.object((field, value) -> {
            switch (field) {
                case "format_version" -> check(file, value.tree().asText());
                case "resource_changes" -> value.elements(resource -> managed(resource, changes::add));
                case "resource_drift" -> value.elements(resource -> managed(resource, changes::outside));
                case "output_changes" ->
                    value.fields((name, output) -> {
                        JsonNode actions = output.tree().path("actions");
                        if (!actions.isEmpty() && !actions.path(0).asText().equals("no-op")) {
                            changes.output(name);
                        }
                    });
                case "planned_values" -> plan.set(true);
                case "errored" -> {
                    if (value.tree().asBoolean()) {
                        changes.failure("The plan is not whole: planning ended with an error");
                    }
                }
                case "complete" -> {
                    if (!value.tree().asBoolean(true)) {
                        changes.sentence("Applying this plan does not do everything; plan again afterwards.");
                    }
                }
                default -> {
                    // values and configuration are nothing that a report should tell
                }
            }
        });
        if (!plan.get()) {
            throw new ReportException(
                    file.name(), "expected what 'terraform show -json' says of a plan file, but this is none");
        }
    }

    private static void check(ReportInput file, String version) throws ReportException {
        if (!version.startsWith("1.") && !version.startsWith("0.")) {
            throw new ReportException(file.name(), "format " + version + " is newer than 1.x, which is known");
        }
    }

    private static void managed(JsonNode resource, Consumer<Change> changes) {
        if (resource.path("mode").asText("managed").equals("managed")) {
            TerraformChange.of(resource).ifPresent(changes);
        }
    }
}
