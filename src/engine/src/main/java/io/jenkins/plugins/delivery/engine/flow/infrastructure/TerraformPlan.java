package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportGate;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What {@code terraform show -json} and {@code tofu show -json} say of a plan file.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format#plan-representation">the format</a>
 */
public final class TerraformPlan implements ReportKind {
    @Override
    public String id() {
        return "terraform-plan";
    }

    @Override
    public String title() {
        return "Infrastructure plan";
    }

    @Override
    public Set<String> settings() {
        return PlannedChanges.SETTINGS;
    }

    @Override
    public List<ReportGate> gates() {
        return PlannedChanges.GATES;
    }

    @Override
    public Reading read(ReportSource source, ArgumentMap settings) throws IOException {
        PlannedChanges changes = new PlannedChanges(settings);
        AtomicBoolean plan = new AtomicBoolean();
        source.file().object((field, value) -> {
            switch (field) {
                case "format_version" -> check(source, value.tree().asText());
                case "resource_changes" -> value.elements(resource -> add(resource, changes));
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
                case "resource_drift" ->
                    value.elements(resource ->
                            changes.sentence(resource.path("address").asText() + " was changed outside of the code."));
                default -> {
                    // values and configuration are nothing that a report should tell
                }
            }
        });
        if (!plan.get()) {
            throw new ReportException(
                    source.file().name(), "expected what 'terraform show -json' says of a plan file, but this is none");
        }
        return changes.reading();
    }

    private static void check(ReportSource source, String version) throws ReportException {
        if (!version.startsWith("1.") && !version.startsWith("0.")) {
            throw new ReportException(source.file().name(), "format " + version + " is newer than 1.x, which is known");
        }
    }

    private static void add(JsonNode resource, PlannedChanges changes) {
        if (resource.path("mode").asText("managed").equals("managed")) {
            TerraformChange.of(resource).ifPresent(changes::add);
        }
    }
}
