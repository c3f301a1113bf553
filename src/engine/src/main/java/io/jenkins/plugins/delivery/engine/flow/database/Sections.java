package io.jenkins.plugins.delivery.engine.flow.database;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What several commands wrote, one after the other, each below a line {@code === delivery <name> ===}. */
final class Sections {
    private static final Pattern TITLE = Pattern.compile("=== delivery ([a-z-]+) ===");
    private static final int LONGEST = 8 << 20;

    private final Map<String, String> texts = new LinkedHashMap<>();

    private Sections() {}

    static Sections of(ReportInput file) throws IOException {
        Sections sections = new Sections();
        Map<String, StringBuilder> open = new LinkedHashMap<>();
        StringBuilder[] current = {null};
        file.lines((number, line) -> {
            Matcher title = TITLE.matcher(line);
            if (title.matches()) {
                current[0] = open.computeIfAbsent(title.group(1), name -> new StringBuilder());
            } else if (current[0] == null) {
                throw new ReportException(file.name(), number, "expected '=== delivery <name> ==='");
            } else if (current[0].length() + line.length() > LONGEST) {
                throw new ReportException(file.name(), number, "a command wrote more than " + LONGEST + " characters");
            } else {
                current[0].append(line).append('\n');
            }
        });
        open.forEach((name, text) -> sections.texts.put(name, text.toString()));
        return sections;
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    /** Empty where there is no such section. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** How the command of a section ended; 0 where nothing is said. */
    int exit(String name) {
        String text = text(name + "-exit").strip();
        return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
