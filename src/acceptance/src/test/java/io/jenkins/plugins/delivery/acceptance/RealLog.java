package io.jenkins.plugins.delivery.acceptance;

import io.jenkins.plugins.delivery.rehearsal.runtime.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The console of a build, line by line, without what Git says. */
final class RealLog {
    private static final Pattern GIT =
            Pattern.compile(" > git .*|The recommended git tool is: .*|No credentials specified"
                    + "|Selected Git installation does not exist.*|Fetching (upstream )?changes from .*|Fetching origin\\.\\.\\."
                    + "|Checking out Revision .*|Commit message: .*|Cloning (the remote|with configured|repository) .*"
                    + "|Avoid second fetch|Attempting to resolve .*|Found match: .*|Obtained .* from .*|First time build\\..*"
                    + "|Setting origin to .*");
    private static final Pattern FRAME = Pattern.compile("\\s+at .*|\\s+\\.\\.\\. \\d+ more");
    private static final Pattern OF_PIPELINE =
            Pattern.compile("\\s+at .*\\((WorkflowScript|Script\\d+\\.groovy):\\d+\\)");
    private static final Pattern TRACE =
            Pattern.compile("Also: .*|org\\.jenkinsci\\.plugins\\.workflow\\.actions\\.ErrorAction\\$ErrorId: .*");

    private RealLog() {}

    static List<LogLine> parse(String console) {
        List<LogLine> lines = new ArrayList<>();
        console.lines()
                .filter(line -> !GIT.matcher(line).matches())
                .forEach(line -> lines.add(new LogLine(kind(line), null, text(line))));
        return lines;
    }

    private static LogLine.Kind kind(String line) {
        if (line.startsWith("[Pipeline]")) {
            return LogLine.Kind.PIPELINE;
        }
        boolean trace = FRAME.matcher(line).matches() || TRACE.matcher(line).matches();
        return trace ? LogLine.Kind.TRACE : LogLine.Kind.OUTPUT;
    }

    /** Frames of others are of no interest. */
    private static String text(String line) {
        return FRAME.matcher(line).matches() && !OF_PIPELINE.matcher(line).matches() ? "\tat ..." : line;
    }
}
