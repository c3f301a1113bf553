package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What {@code pulumi preview --json} says. A replacement comes in several steps, of which the one called {@code replace}
 * counts.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/cli/commands/pulumi_preview/">pulumi preview</a>
 */
final class PulumiPreviewFormat implements PlanFormat {
    @Override
    public void read(ReportInput file, Changes changes) throws IOException {
        AtomicBoolean preview = new AtomicBoolean();
        file.object((field, value) -> {
            switch (field) {
                case "steps" -> {
                    preview.set(true);
                    value.elements(step -> change(step).ifPresent(changes::add));
                }
                case "changeSummary" -> preview.set(true);
                case "diagnostics" -> value.elements(diagnostic -> tell(diagnostic, changes));
                default -> {
                    // the configuration may hold what nobody should be told
                }
            }
        });
        if (!preview.get()) {
            throw new ReportException(
                    file.name(), "expected what 'pulumi preview --json' says, but this is something else");
        }
    }

    private static Optional<Change> change(JsonNode step) {
        Change.Action action =
                switch (step.path("op").asText()) {
                    case "create", "create-replacement-new" -> Change.Action.ADD;
                    case "update" -> Change.Action.CHANGE;
                    case "delete" -> Change.Action.DESTROY;
                    case "replace" -> Change.Action.REPLACE;
                    case "import", "import-replacement" -> Change.Action.IMPORT;
                    case "same",
                            "read",
                            "refresh",
                            "discard",
                            "create-replacement",
                            "delete-replaced",
                            "read-replacement",
                            "read-discard",
                            "discard-replaced",
                            "remove-pending-replace" -> null;
                    default -> Change.Action.UNKNOWN;
                };
        if (action == null) {
            return Optional.empty();
        }
        JsonNode state = step.has("newState") ? step.path("newState") : step.path("oldState");
        String urn = step.path("urn").asText();
        return Optional.of(new Change(action, urn, type(urn, state), details(step)));
    }

    /** {@code urn:pulumi:stack::project::parent$type::name} */
    private static String type(String urn, JsonNode state) {
        String[] parts = urn.split("::");
        String inUrn = parts.length > 2 ? parts[2].substring(parts[2].lastIndexOf('$') + 1) : "";
        return state.path("type").asText(inUrn);
    }

    private static List<String> details(JsonNode step) {
        List<String> details = new ArrayList<>();
        if (step.path("replaceReasons").size() > 0) {
            details.add("because of " + joined(step.path("replaceReasons")));
        }
        if (step.path("diffReasons").size() > 0) {
            details.add("changes " + joined(step.path("diffReasons")));
        }
        return details;
    }

    private static String joined(JsonNode names) {
        List<String> words = new ArrayList<>();
        names.forEach(name -> words.add(name.asText()));
        return String.join(", ", words);
    }

    private static void tell(JsonNode diagnostic, Changes changes) {
        String words = diagnostic.path("message").asText().strip();
        if (diagnostic.path("severity").asText().equals("error")) {
            changes.failure(words);
        } else if (diagnostic.path("severity").asText().equals("warning")) {
            changes.sentence(words);
        }
    }
}
