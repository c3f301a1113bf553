package hudson.console;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Computer;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;

public abstract class ConsoleLogFilter implements ExtensionPoint {
    public ConsoleLogFilter() {}

    public OutputStream decorateLogger(Run run, OutputStream outputStream) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public OutputStream decorateLogger(Computer computer, OutputStream outputStream)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ExtensionList<ConsoleLogFilter> all() {
        throw new UnsupportedOperationException("unwritten");
    }
}
