package hudson.util;

import java.util.concurrent.ThreadFactory;

public final class NamingThreadFactory implements ThreadFactory {
    public NamingThreadFactory(ThreadFactory threadFactory, String text) {}

    public Thread newThread(Runnable runnable) {
        throw new UnsupportedOperationException("unwritten");
    }
}
