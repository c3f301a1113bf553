package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.impl.CallSiteBlock;
import com.cloudbees.groovy.cps.sandbox.DefaultInvoker;
import com.cloudbees.groovy.cps.sandbox.Invoker;
import com.cloudbees.groovy.cps.sandbox.SandboxInvoker;
import groovy.lang.Closure;
import java.util.Set;

/** Does what transformed code asks for, and tells of a {@code def} that was probably forgotten. */
final class ScriptInvoker implements Invoker {
    private static final long serialVersionUID = 1;
    private static final Set<String> CLOSURE_PROPERTIES = Set.of("delegate", "resolveStrategy", "directive");
    private final Invoker delegate;

    private ScriptInvoker(Invoker delegate) {
        this.delegate = delegate;
    }

    static ScriptInvoker create(boolean sandbox) {
        return new ScriptInvoker(sandbox ? new SandboxInvoker() : new DefaultInvoker());
    }

    @Override
    public Object methodCall(Object receiver, String method, Object[] args) throws Throwable {
        return delegate.methodCall(receiver, method, Spread.arguments(args));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Object constructorCall(Class type, Object[] args) throws Throwable {
        return delegate.constructorCall(type, Spread.arguments(args));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Object superCall(Class sender, Object receiver, String method, Object[] args) throws Throwable {
        return delegate.superCall(sender, receiver, method, Spread.arguments(args));
    }

    @Override
    public Object getProperty(Object receiver, String name) throws Throwable {
        return delegate.getProperty(receiver, name);
    }

    @Override
    public void setProperty(Object receiver, String name, Object value) throws Throwable {
        if (owner(receiver, name) instanceof PipelineScript script && !declares(script.getClass(), name)) {
            String type = value == null ? "null" : value.getClass().getSimpleName();
            script.execution()
                    .print("Did you forget the `def` keyword? "
                            + script.getClass().getSimpleName()
                            + " seems to be setting a field named " + name + " (to a value of type " + type
                            + ") which could lead to memory leaks or other issues.");
        }
        delegate.setProperty(receiver, name, value);
    }

    /** The script whose variable a closure sets. */
    private static Object owner(Object receiver, String name) {
        Object owner = receiver;
        if (CLOSURE_PROPERTIES.contains(name)) {
            return owner;
        }
        while (owner instanceof Closure<?> closure && closure.getResolveStrategy() == Closure.OWNER_FIRST) {
            owner = closure.getOwner();
        }
        return owner;
    }

    private static boolean declares(Class<?> type, String name) {
        for (java.lang.reflect.Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name)) {
                return true;
            }
        }
        return name.equals("binding") || name.equals("metaClass");
    }

    @Override
    public Object getAttribute(Object receiver, String name) throws Throwable {
        return delegate.getAttribute(receiver, name);
    }

    @Override
    public void setAttribute(Object receiver, String name, Object value) throws Throwable {
        delegate.setAttribute(receiver, name, value);
    }

    @Override
    public Object getArray(Object receiver, Object index) throws Throwable {
        return delegate.getArray(receiver, index);
    }

    @Override
    public void setArray(Object receiver, Object index, Object value) throws Throwable {
        delegate.setArray(receiver, index, value);
    }

    @Override
    public Object methodPointer(Object receiver, String name) {
        return delegate.methodPointer(receiver, name);
    }

    @Override
    public Invoker contextualize(CallSiteBlock site) {
        Invoker chosen = delegate.contextualize(site);
        return chosen == delegate ? this : new ScriptInvoker(chosen);
    }
}
