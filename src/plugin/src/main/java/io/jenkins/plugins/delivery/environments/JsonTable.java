package io.jenkins.plugins.delivery.environments;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.journal.CsvLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects of JSON as lines of CSV.
 *
 * @param columns pointers into an object, as {@code /running/version}; without their first slash they are the names
 */
record JsonTable(List<String> columns) {
    JsonTable(String... columns) {
        this(List.of(columns));
    }

    /** The names of the columns. */
    String head() {
        return CsvLine.of(columns.stream().map(column -> column.substring(1)).toList());
    }

    /** One object; a list stands in one cell, its elements apart by blanks, and what is not there is an empty one. */
    String line(JsonNode object) {
        return CsvLine.of(
                columns.stream().map(column -> text(object.at(column))).toList());
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.isNull() ? "" : value.asText();
        }
        List<String> elements = new ArrayList<>();
        value.forEach(
                element -> elements.add(element.has("id") ? element.path("id").asText() : element.asText()));
        return String.join(" ", elements);
    }
}
