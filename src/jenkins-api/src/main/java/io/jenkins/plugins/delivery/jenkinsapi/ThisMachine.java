package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import java.util.concurrent.FutureTask;

/** The channel to the machine that one is on: a call. */
public final class ThisMachine implements VirtualChannel {
    public static final VirtualChannel CHANNEL = new ThisMachine();

    private ThisMachine() {}

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws T {
        return callable.call();
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) {
        return new Called<>(callable);
    }

    @Override
    public void close() {}

    /** A call that is over when it is asked for. */
    private static final class Called<V> extends FutureTask<V> implements Future<V> {
        <T extends Throwable> Called(Callable<V, T> callable) {
            super(() -> result(callable));
            run();
        }

        private static <V, T extends Throwable> V result(Callable<V, T> callable) throws Exception {
            try {
                return callable.call();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
