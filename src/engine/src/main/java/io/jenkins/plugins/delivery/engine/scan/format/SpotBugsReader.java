package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.util.List;

/** SpotBugs and FindBugs, with any plugin such as FindSecBugs: the priority counts, 1 being the worst. */
final class SpotBugsReader extends ElementReader {
    SpotBugsReader() {
        super(
                "spotbugs-xml",
                "SpotBugs",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.HIGH, "priority 1")
                        .with(Severity.MEDIUM, "priority 2")
                        .with(Severity.LOW, "priority 3", "priority 4", "priority 5"),
                Places.of("BugCollection.BugInstance", "BugCollection.Errors").version("BugCollection.version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.xmlRoot().equals("BugCollection");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (place.endsWith(".Errors")) {
            errors(element, reading);
            return;
        }
        JsonNode line = line(element);
        String type = text(element, "type");
        reading.sink.finding(reading.draft(Kind.CODE, "priority " + text(element, "priority"))
                .rule(type)
                .message(firstText(element, "LongMessage", "ShortMessage", "type"))
                .place(text(line, "sourcepath"), number(line, "start"))
                .identity(type + members(element)));
    }

    /** The line of the bug itself, else of its method, else of its class. */
    private static JsonNode line(JsonNode bug) {
        JsonNode first = first(bug, "SourceLine");
        if (first.has("sourcepath")) {
            return first;
        }
        JsonNode method = first(bug, "Method").path("SourceLine");
        return method.has("sourcepath") ? method : first(bug, "Class").path("SourceLine");
    }

    /** The one that is marked as primary, else the first. */
    private static JsonNode first(JsonNode bug, String name) {
        JsonNode first = null;
        for (JsonNode one : each(bug.path(name))) {
            if (first == null || "true".equals(text(one, "primary"))) {
                first = one;
            }
        }
        return first == null ? bug.path(name) : first;
    }

    private static String members(JsonNode bug) {
        StringBuilder members = new StringBuilder();
        for (String part : List.of("Class", "Method", "Field")) {
            for (JsonNode one : each(bug.path(part))) {
                members.append(' ').append(text(one, "classname")).append('.').append(text(one, "name"));
            }
        }
        return members.toString();
    }

    private static void errors(JsonNode element, Reading reading) {
        for (JsonNode error : each(element.path("Error"))) {
            reading.sink.incomplete("SpotBugs could not look at everything: " + firstText(error, "ErrorMessage", ""));
        }
    }
}
