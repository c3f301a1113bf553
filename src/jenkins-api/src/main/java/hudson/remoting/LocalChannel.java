package hudson.remoting;

import java.util.concurrent.ExecutorService;

public class LocalChannel implements VirtualChannel {
    public LocalChannel(ExecutorService executorService) {}

    public <V, T extends Throwable> V call(Callable<V, T> callable) throws T {
        throw new UnsupportedOperationException("unwritten");
    }

    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void close() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void join() throws InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void join(long n) throws InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T> T export(Class<T> type, T value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void syncLocalIO() throws InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }
}
