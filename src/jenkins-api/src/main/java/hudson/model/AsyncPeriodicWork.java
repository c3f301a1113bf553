package hudson.model;

import hudson.util.StreamTaskListener;
import java.io.File;
import java.io.IOException;
import java.util.logging.Level;

public abstract class AsyncPeriodicWork extends PeriodicWork {
    public final String name = null;

    protected AsyncPeriodicWork(String text) {}

    public final void doRun() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected StreamTaskListener createListener() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected File getLogFile() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected Level getNormalLoggingLevel() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected Level getSlowLoggingLevel() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected Level getErrorLoggingLevel() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected abstract void execute(TaskListener taskListener) throws IOException, InterruptedException;

    protected boolean queueIfAlreadyRunning() {
        throw new UnsupportedOperationException("unwritten");
    }
}
