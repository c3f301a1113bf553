package io.jenkins.plugins.delivery.rehearsal.steps;

import java.nio.file.Files;
import java.nio.file.Path;

/** Says why a pattern selects nothing: which part of it is not there. */
final class MissedPattern {
    private MissedPattern() {}

    static String explain(Path folder, String pattern) {
        String start = "‘" + pattern + "’ doesn’t match anything";
        int slash = pattern.lastIndexOf('/');
        if (slash < 0) {
            return start;
        }
        Path reached = folder;
        StringBuilder name = new StringBuilder();
        for (String part : pattern.substring(0, slash).split("/")) {
            if (part.contains("*") || part.contains("?")) {
                return start;
            }
            name.append(name.isEmpty() ? "" : "/").append(part);
            reached = reached.resolve(part);
            if (!Files.exists(reached)) {
                return start + ": even ‘" + name + "’ doesn’t exist";
            }
        }
        return start + ": ‘" + name + "’ exists but not ‘" + pattern + "’";
    }
}
