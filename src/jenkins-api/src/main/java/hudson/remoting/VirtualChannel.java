package hudson.remoting;

import java.io.IOException;

/** The way to a machine. */
public interface VirtualChannel {
    /** Runs {@code callable} there. */
    <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException;

    /** The same, without waiting for it. */
    <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException;

    void close() throws IOException;
}
