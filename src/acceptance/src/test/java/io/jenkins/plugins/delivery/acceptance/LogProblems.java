package io.jenkins.plugins.delivery.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Warnings and errors of a log of Jenkins, each with the lines that belong to it. */
final class LogProblems {
    /** The first line of a message in the format of Jenkins, or in the two-line format of Java. */
    private static final Pattern FIRST =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d .*\\t[A-Z]+\\t.*|[A-Z][a-z]{2} \\d\\d?, \\d{4} .*");

    private static final Pattern PROBLEM = Pattern.compile(".*\\t(WARNING|SEVERE)\\t.*|(WARNING|SEVERE): .*");

    private LogProblems() {}

    static List<String> of(List<String> log) {
        List<String> messages = new ArrayList<>();
        for (String line : log) {
            boolean more = !messages.isEmpty() && !FIRST.matcher(line).matches();
            if (more) {
                messages.set(messages.size() - 1, messages.get(messages.size() - 1) + "\n" + line);
            } else {
                messages.add(line);
            }
        }
        return messages.stream()
                .filter(message -> message.lines().limit(2).anyMatch(line -> PROBLEM.matcher(line)
                        .matches()))
                .toList();
    }
}
