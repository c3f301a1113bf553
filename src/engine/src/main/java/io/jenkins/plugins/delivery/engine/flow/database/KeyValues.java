package io.jenkins.plugins.delivery.engine.flow.database;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lines of {@code name=value}. */
final class KeyValues {
    private final String file;
    private final Map<String, String> values;

    private KeyValues(String file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    static KeyValues of(ReportInput file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        file.lines((number, line) -> {
            int at = line.indexOf('=');
            if (at > 0) {
                values.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
            } else if (!line.isBlank()) {
                throw new ReportException(file.name(), number, "expected name=value");
            }
        });
        return new KeyValues(file.name(), values);
    }

    /** Values whose name begins so, by the rest of it. */
    Map<String, String> beginning(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    String text(String name) throws ReportException {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new ReportException(file, "says no " + name);
        }
        return value;
    }

    /** @throws ReportException if there is none: what was not measured is no figure */
    long number(String name) throws ReportException {
        return number(name, text(name));
    }

    long number(String name, String text) throws ReportException {
        if (!text.matches("\\d{1,18}")) {
            throw new ReportException(file, name + " is no number: '" + text + "'");
        }
        return Long.parseLong(text);
    }

    /** A time given in milliseconds since 1970. */
    Instant time(String name) throws ReportException {
        return Instant.ofEpochMilli(number(name));
    }
}
