package hudson;

import hudson.model.TaskListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that was started. */
public abstract class Proc {
    protected Proc() {}

    public abstract boolean isAlive() throws IOException, InterruptedException;

    /** Ends it and everything it started. */
    public abstract void kill() throws IOException, InterruptedException;

    /** Waits for its end and for its output; the exit code. */
    public abstract int join() throws IOException, InterruptedException;

    public abstract InputStream getStdout();

    public abstract InputStream getStderr();

    public abstract OutputStream getStdin();

    /** As {@link #join}, but kills the process when the time is over. */
    public final int joinWithTimeout(long timeout, TimeUnit unit, TaskListener listener)
            throws IOException, InterruptedException {
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                () -> {
                    try {
                        if (isAlive()) {
                            listener.error("Timeout after " + timeout + " " + unit);
                            kill();
                        }
                    } catch (IOException e) {
                        listener.error("Failed to kill the process: " + e.getMessage());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                CompletableFuture.delayedExecutor(timeout, unit));
        try {
            return join();
        } finally {
            deadline.cancel(false);
        }
    }
}
