package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What {@code aws cloudformation describe-stack-resource-drifts} says; or several of its answers as {@code Pages}, since the command line
 * does not put them together.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResourceDrifts.html">the answer</a>
 */
final class StackDriftFormat implements PlanFormat {
    private static final String DRIFTS = "StackResourceDrifts";
    private static final String MORE = "NextToken";

    @Override
    public void read(ReportInput file, Changes changes) throws IOException {
        AtomicBoolean drifts = new AtomicBoolean();
        AtomicBoolean more = new AtomicBoolean();
        file.object((field, value) -> {
            switch (field) {
                case DRIFTS -> {
                    drifts.set(true);
                    value.elements(drift -> read(drift, changes));
                }
                case MORE -> more.set(!value.tree().asText("").isEmpty());
                case "Pages" ->
                    value.elements(page -> {
                        drifts.set(drifts.get() || page.has(DRIFTS));
                        more.set(!page.path(MORE).asText("").isEmpty());
                        page.path(DRIFTS).forEach(drift -> read(drift, changes));
                    });
                default -> {
                    // nothing else says what drifted
                }
            }
        });
        if (!drifts.get()) {
            throw new ReportException(
                    file.name(),
                    "expected what 'aws cloudformation describe-stack-resource-drifts' says, but this is something else");
        }
        if (more.get()) {
            changes.failure("This is only a part of what has drifted; describe it with all its pages");
        }
    }

    private static void read(JsonNode drift, Changes changes) {
        String name = drift.path("LogicalResourceId").asText();
        String status = drift.path("StackResourceDriftStatus").asText();
        Set<String> properties = new TreeSet<>();
        drift.path("PropertyDifferences")
                .forEach(one -> properties.add(one.path("PropertyPath").asText()));
        List<String> details =
                properties.isEmpty() ? List.of() : List.of("differs in " + String.join(", ", properties));
        String type = drift.path("ResourceType").asText();
        switch (status) {
            case "IN_SYNC" -> {
                // as it should be
            }
            case "MODIFIED" -> changes.outside(new Change(Change.Action.CHANGE, name, type, details));
            case "DELETED" -> changes.outside(new Change(Change.Action.DESTROY, name, type, details));
            default -> changes.sentence(name + " (" + type + ") was not compared: " + status + ".");
        }
    }
}
