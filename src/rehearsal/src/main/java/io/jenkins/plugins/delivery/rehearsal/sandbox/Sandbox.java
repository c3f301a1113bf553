package io.jenkins.plugins.delivery.rehearsal.sandbox;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
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

    /** The public members of a type, as approvals write them, and whether a script may use each without one. */
    public static Map<String, Boolean> decisions(Class<?> type) {
        Map<String, Boolean> decisions = new TreeMap<>();
        for (Method method : type.getDeclaredMethods()) {
            if (offered(method)) {
                decisions.put(Signatures.of(method), Allowed.BUILT_IN.permits(method, none -> false));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (offered(constructor)) {
                decisions.put(Signatures.of(constructor), Allowed.BUILT_IN.permits(constructor, none -> false));
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (offered(field)) {
                decisions.put(Signatures.of(field), Allowed.BUILT_IN.permits(field, none -> false));
            }
        }
        return decisions;
    }

    private static boolean offered(Member member) {
        return Modifier.isPublic(member.getModifiers()) && !member.isSynthetic();
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
