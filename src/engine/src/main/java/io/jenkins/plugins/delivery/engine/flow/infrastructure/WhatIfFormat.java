package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What {@code az deployment … what-if --no-pretty-print} says of a Bicep file or an ARM template.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-what-if">what-if</a>
 */
final class WhatIfFormat implements PlanFormat {
    private static final int MOST_PROPERTIES = 12;

    @Override
    public void read(ReportInput file, Changes changes) throws IOException {
        AtomicBoolean answer = new AtomicBoolean();
        file.object((field, value) -> {
            switch (field) {
                case "changes" -> {
                    answer.set(true);
                    value.elements(change -> add(change, changes));
                }
                case "status" -> {
                    answer.set(true);
                    String status = value.tree().asText();
                    if (!status.equals("Succeeded")) {
                        changes.failure("What-if ended as " + status);
                    }
                }
                case "error" -> {
                    JsonNode error = value.tree();
                    if (!error.isNull()) {
                        answer.set(true);
                        changes.failure(error.path("code").asText() + ": "
                                + error.path("message").asText());
                    }
                }
                default -> {
                    // nothing else says what would happen
                }
            }
        });
        if (!answer.get()) {
            throw new ReportException(
                    file.name(),
                    "expected what 'az deployment … what-if --no-pretty-print' says, but this is something else");
        }
    }

    private static void add(JsonNode change, Changes changes) {
        String id = change.path("resourceId").asText();
        switch (change.path("changeType").asText()) {
            case "NoChange", "Ignore" -> {
                // stays as it is
            }
            case "Create" -> changes.add(change(Change.Action.ADD, id, change));
            case "Delete" -> changes.add(change(Change.Action.DESTROY, id, change));
            case "Modify" -> {
                if (hasEffect(change.path("delta"))) {
                    changes.add(change(Change.Action.CHANGE, id, change));
                }
            }
            case "Deploy" -> changes.add(change(Change.Action.UNKNOWN, id, change));
            default ->
                changes.sentence("What happens to " + id + " cannot be foreseen: "
                        + change.path("unsupportedReason")
                                .asText(change.path("changeType").asText()) + ".");
        }
    }

    /** Properties that the service only writes itself differ from a template that says them, and stay as they are. */
    private static boolean hasEffect(JsonNode delta) {
        for (JsonNode property : delta) {
            if (isEffective(property)) {
                return true;
            }
        }
        return delta.isEmpty();
    }

    private static boolean isEffective(JsonNode property) {
        return !property.path("propertyChangeType").asText().equals("NoEffect");
    }

    private static Change change(Change.Action action, String id, JsonNode change) {
        Set<String> properties = new TreeSet<>();
        for (JsonNode property : change.path("delta")) {
            if (isEffective(property)) {
                properties.add(property.path("path").asText());
            }
        }
        List<String> details = new ArrayList<>();
        if (!properties.isEmpty() && action == Change.Action.CHANGE) {
            List<String> first = properties.stream().limit(MOST_PROPERTIES).toList();
            details.add(
                    "changes " + String.join(", ", first) + (properties.size() > MOST_PROPERTIES ? " and more" : ""));
        }
        return new Change(action, id, type(id), details);
    }

    /** {@code …/providers/Microsoft.Sql/servers/a/databases/b} is of type {@code Microsoft.Sql/servers/databases}. */
    private static String type(String id) {
        int from = id.lastIndexOf("/providers/");
        if (from < 0) {
            return id.contains("/resourceGroups/") ? "resourceGroup" : "";
        }
        String[] parts = id.substring(from + "/providers/".length()).split("/");
        StringBuilder type = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i += 2) {
            type.append('/').append(parts[i]);
        }
        return type.toString();
    }
}
