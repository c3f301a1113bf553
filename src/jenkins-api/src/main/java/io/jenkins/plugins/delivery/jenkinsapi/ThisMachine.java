package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.remoting.Callable;
import hudson.remoting.VirtualChannel;

/** The channel to the machine that one is on: a call. */
public final class ThisMachine implements VirtualChannel {
    public static final VirtualChannel CHANNEL = new ThisMachine();

    private ThisMachine() {}

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws T {
        return callable.call();
    }

    @Override
    public void close() {}
}
