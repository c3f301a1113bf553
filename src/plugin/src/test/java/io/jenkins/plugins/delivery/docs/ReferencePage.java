package io.jenkins.plugins.delivery.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the reference: headings, and under some of them a table with name, type, default and meaning. */
final class ReferencePage {
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");
    private static final Pattern ROW =
            Pattern.compile("\\| `([A-Za-z]+)` \\| ([^|]+) \\| ([^|]*) \\| ((?:[^|]|\\\\\\|)+) \\|");

    /** One argument as the page explains it. */
    record Row(String type, String defaultValue, String meaning) {}

    private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();
    private final String title;

    private ReferencePage(List<String> lines) {
        String heading = "";
        String first = "";
        for (String line : lines) {
            Matcher head = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (head.matches()) {
                heading = head.group(1).strip();
                first = first.isEmpty() ? heading : first;
            } else if (row.matches()) {
                tables.computeIfAbsent(heading, any -> new LinkedHashMap<>())
                        .put(
                                row.group(1),
                                new Row(
                                        row.group(2).strip(),
                                        row.group(3).strip(),
                                        row.group(4).strip()));
            }
        }
        title = first;
    }

    static ReferencePage read(Path page) {
        try {
            return new ReferencePage(Files.readAllLines(page));
        } catch (IOException e) {
            throw new UncheckedIOException("The reference lacks " + page, e);
        }
    }

    String title() {
        return title;
    }

    /** The table under a heading; empty where there is none. */
    Map<String, Row> table(String heading) {
        return tables.getOrDefault(heading, Map.of());
    }
}
