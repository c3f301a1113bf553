package io.jenkins.plugins.delivery.rehearsal.sandbox;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;

/**
 * Guards everything that sandboxed code does while it runs inside {@link #run}.
 *
 * <p>{@code own} says which classes belong to the program itself (the Jenkinsfile, its classes, its untrusted libraries,
 * and those that a library or the runtime offers to scripts): a script may use those freely. {@code dispatchers} says
 * for which objects {@code invokeMethod} does nothing but start steps.
 */
public final class Sandbox {
    private final SandboxInterceptor interceptor;

    public Sandbox(Predicate<Class<?>> own, Predicate<Object> dispatchers, Consumer<String> refusals) {
        this.interceptor = new SandboxInterceptor(Allowed.BUILT_IN, own, dispatchers, refusals);
    }

    /** Runs {@code code} on this thread; what it does in sandboxed code may throw {@link RejectedAccessException}. */
    public <T> T run(Callable<T> code) throws Exception {
        interceptor.register();
        try {
            return code.call();
        } finally {
            interceptor.unregister();
        }
    }
}
