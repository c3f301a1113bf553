package hudson.console;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;

/** Changes what goes to the log of a build, for instance to mask secrets. */
@SuppressWarnings("rawtypes")
public abstract class ConsoleLogFilter implements ExtensionPoint {
    public ConsoleLogFilter() {}

    public OutputStream decorateLogger(Run build, OutputStream logger) throws IOException, InterruptedException {
        return logger;
    }

    public static ExtensionList<ConsoleLogFilter> all() {
        return ExtensionList.lookup(ConsoleLogFilter.class);
    }
}
