package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import io.jenkins.plugins.delivery.rehearsal.runtime.RehearsedRun;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Puts the virtual time before each line. */
final class TimestampFilter extends ConsoleLogFilter implements Serializable {
    private static final long serialVersionUID = 1;

    @Override
    @SuppressWarnings("rawtypes")
    public OutputStream decorateLogger(Run build, OutputStream logger) {
        Clock time = clock(build);
        return new FilterOutputStream(logger) {
            private boolean lineBegins = true;

            @Override
            public void write(int octet) throws IOException {
                if (lineBegins) {
                    String stamp = "[" + time.instant().truncatedTo(ChronoUnit.MILLIS) + "] ";
                    out.write(stamp.getBytes(StandardCharsets.UTF_8));
                }
                lineBegins = octet == '\n';
                out.write(octet);
            }
        };
    }

    private static Clock clock(Run<?, ?> build) {
        boolean runs = build instanceof RehearsedRun run && run.getExecution() != null;
        return runs ? ((RehearsedRun) build).getExecution().clock() : Clock.systemUTC();
    }
}
