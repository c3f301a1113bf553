package hudson.remoting;

import java.io.IOException;

public interface VirtualChannel {
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException;

    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException;

    public void close() throws IOException;

    public void join() throws InterruptedException;

    public void join(long n) throws InterruptedException;
}
