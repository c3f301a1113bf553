package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code aws cloudformation describe-change-set} says; or, of a stack that is to be deleted, {@code list-stack-resources}, or
 * {@code describe-stack-resources}, which ends at a hundred.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html">the answer</a>
 */
final class ChangeSetFormat implements PlanFormat {
    @Override
    public void read(ReportInput file, Changes changes) throws IOException {
        Status status = new Status();
        file.object((field, value) -> {
            switch (field) {
                case "Changes" ->
                    value.elements(change -> {
                        if (change.path("Type").asText("Resource").equals("Resource")) {
                            changes.add(change(change.path("ResourceChange")));
                        }
                    });
                case "StackResources", "StackResourceSummaries" -> {
                    status.word = "DELETE";
                    value.elements(resource -> {
                        if (!resource.path("ResourceStatus").asText("").equals("DELETE_COMPLETE")) {
                            changes.add(destroyed(resource));
                        }
                    });
                }
                case "Status" -> status.word = value.tree().asText();
                case "StatusReason" -> status.reason = value.tree().asText("");
                case "NextToken" -> status.more = !value.tree().asText("").isEmpty();
                default -> {
                    // parameters may hold what nobody should be told
                }
            }
        });
        if (status.word.isEmpty()) {
            throw new ReportException(
                    file.name(),
                    "expected what 'aws cloudformation describe-change-set' says, but this is something else");
        }
        status.tell(changes);
    }

    private static Change destroyed(JsonNode resource) {
        String physical = resource.path("PhysicalResourceId").asText("");
        return new Change(
                Change.Action.DESTROY,
                resource.path("LogicalResourceId").asText(),
                resource.path("ResourceType").asText(),
                physical.isEmpty() ? List.of() : List.of(physical));
    }

    private static Change change(JsonNode resource) {
        String physical = resource.path("PhysicalResourceId").asText("");
        List<String> details = new ArrayList<>();
        if (!physical.isEmpty()) {
            details.add(physical);
        }
        String policy = resource.path("PolicyAction").asText("");
        if (!policy.isEmpty()) {
            details.add("its policy says " + policy);
        }
        Set<String> changed = new TreeSet<>();
        resource.path("Details").forEach(detail -> {
            JsonNode target = detail.path("Target");
            changed.add(target.path("Name").asText(target.path("Attribute").asText()));
        });
        if (!changed.isEmpty()) {
            details.add("changes " + String.join(", ", changed));
        }
        return new Change(
                action(resource, policy),
                resource.path("LogicalResourceId").asText(),
                resource.path("ResourceType").asText(),
                details);
    }

    private static Change.Action action(JsonNode resource, String policy) {
        String replacement = resource.path("Replacement").asText("");
        boolean kept = policy.equals("Retain");
        return switch (resource.path("Action").asText()) {
            case "Add" -> Change.Action.ADD;
            case "Remove" -> kept ? Change.Action.FORGET : Change.Action.DESTROY;
            case "Import" -> Change.Action.IMPORT;
            case "Modify", "SyncWithActual" ->
                replacement.equals("True")
                        ? Change.Action.REPLACE
                        : replacement.equals("Conditional") ? Change.Action.PERHAPS_REPLACE : Change.Action.CHANGE;
            default -> Change.Action.UNKNOWN;
        };
    }

    private static final class Status {
        private String word = "";
        private String reason = "";
        private boolean more;

        void tell(Changes changes) {
            boolean empty =
                    reason.contains("didn't contain changes") || reason.contains("No updates are to be performed");
            if (word.equals("FAILED") && !empty) {
                changes.failure("The change set could not be made: " + reason);
            }
            if (word.endsWith("PENDING") || word.endsWith("PROGRESS")) {
                changes.failure("The change set is not ready (" + word + "); wait for it before it is described");
            }
            if (more) {
                changes.failure("This is only a part of the change set; describe it with all its pages");
            }
        }
    }
}
