package io.jenkins.plugins.delivery.rehearsal.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.rehearsal.runtime.LogLine;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A recording against a build: result, what a user sees in the log, the order of all lines, and the stages. */
public final class Comparison {
    private static final Pattern FRAME = Pattern.compile("\\tat (?!\\.\\.\\.).*");
    private final JsonNode recording;
    private final String result;
    private final List<LogLine> log;
    private final UnaryOperator<String> normalizer;
    private final List<String> differences = new ArrayList<>();

    /** @param normalizer replaces what differs from machine to machine in the lines of {@code log} */
    public Comparison(JsonNode recording, String result, List<LogLine> log, UnaryOperator<String> normalizer) {
        this.recording = recording;
        this.result = result;
        this.log = log;
        this.normalizer = normalizer;
    }

    /** Where the results or the logs differ. */
    public List<String> differences() {
        String expected = recording.path("result").asText();
        if (!expected.equals(result)) {
            differences.add("result " + result + " instead of " + expected);
        }
        compare("log", seen(recording), seen());
        if (differences.isEmpty()) {
            compare("order", marked(recording), marked());
        }
        return differences;
    }

    /** As {@link #differences}, and where the stages differ. */
    List<String> differences(List<StageSummary> stages) {
        differences();
        compare("stages", stages(recording.path("stageTree"), ""), stages(stages, ""));
        return differences;
    }

    private static List<String> seen(JsonNode recorded) {
        List<String> lines = new ArrayList<>();
        recorded.path("log").forEach(line -> lines.add(Normalizer.common(line.asText())));
        return resumed(lines);
    }

    private List<String> seen() {
        List<String> lines = new ArrayList<>();
        for (LogLine line : log) {
            if (line.kind() == LogLine.Kind.OUTPUT
                    || line.kind() == LogLine.Kind.TRACE
                            && FRAME.matcher(line.text()).matches()) {
                lines.add(normalizer.apply(line.text()));
            }
        }
        return resumed(lines);
    }

    private static List<String> marked(JsonNode recorded) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : recorded.path("markedLog")) {
            if (line.asText().startsWith("P|") || line.asText().startsWith("O|")) {
                lines.add(Normalizer.common(line.asText().substring(2)));
            }
        }
        return resumed(lines);
    }

    private List<String> marked() {
        List<String> lines = new ArrayList<>();
        for (LogLine line : log) {
            if (line.kind() != LogLine.Kind.TRACE) {
                lines.add(normalizer.apply(line.text()));
            }
        }
        dropEmptyCredentialsEnd(lines);
        return resumed(lines);
    }

    /** It comes or not by chance when the block never began. */
    private static void dropEmptyCredentialsEnd(List<String> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (lines.get(i).equals("[Pipeline] // withCredentials")
                    && lines.get(i - 1).equals("[Pipeline] withCredentials")) {
                lines.remove(i);
            }
        }
    }

    /** After a restart only the speed of the machine decides how much of a sleep is left. */
    private static List<String> resumed(List<String> lines) {
        List<String> result = new ArrayList<>();
        boolean resuming = false;
        for (String line : lines) {
            resuming = line.startsWith("Resuming build at") || resuming && !line.startsWith("Ready to run at");
            boolean sleep = line.startsWith("Sleeping for ") || line.equals("No need to sleep any longer");
            result.add(resuming && sleep ? "Sleeping on" : line);
        }
        return result;
    }

    private static List<String> stages(JsonNode tree, String indent) {
        List<String> lines = new ArrayList<>();
        for (JsonNode node : tree) {
            String type = node.path("type").asText();
            if (type.equals("PIPELINE_START")) {
                continue;
            }
            boolean group = type.equals("PARALLEL_BLOCK");
            if (!group) {
                lines.add(indent + node.path("name").asText() + " "
                        + node.path("state").asText());
            }
            lines.addAll(stages(node.path("children"), group ? indent : indent + "  "));
        }
        return lines;
    }

    private static List<String> stages(List<StageSummary> tree, String indent) {
        List<String> lines = new ArrayList<>();
        for (StageSummary stage : tree) {
            String name = stage.name().replaceFirst("^Declarative: ", "");
            lines.add(indent + name + " " + stage.state().name().toLowerCase(Locale.ROOT));
            lines.addAll(stages(stage.children(), indent + "  "));
        }
        return lines;
    }

    private void compare(String what, List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "<nothing>";
            String found = i < actual.size() ? actual.get(i) : "<nothing>";
            if (!wanted.equals(found)) {
                differences.add(what + " line " + (i + 1) + ": " + quote(found) + " instead of " + quote(wanted));
                return;
            }
        }
    }

    private static String quote(String line) {
        return "\"" + (line.length() > 220 ? line.substring(0, 220) + "…" : line) + "\"";
    }
}
