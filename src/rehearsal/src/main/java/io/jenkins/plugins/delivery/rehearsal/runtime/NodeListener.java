package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.console.ConsoleLogFilter;
import hudson.model.BuildListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a step prints to. Whole lines reach the log, after the filters of the blocks around the step. */
final class NodeListener implements BuildListener {
    private static final long serialVersionUID = 1;
    private final transient PrintStream out;

    private NodeListener(PrintStream out) {
        this.out = out;
    }

    static NodeListener to(RunLog log, @CheckForNull String nodeId, RehearsedRun run, List<ConsoleLogFilter> filters)
            throws IOException, InterruptedException {
        OutputStream stream = new LineStream(line -> log.print(nodeId, line));
        for (ConsoleLogFilter filter : filters) {
            stream = filter.decorateLogger(run, stream);
        }
        return new NodeListener(new PrintStream(stream, true, StandardCharsets.UTF_8));
    }

    @Override
    public PrintStream getLogger() {
        return out == null ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) : out;
    }
}
