package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionPoint;
import java.io.IOException;

/** Computes objects of the context when they are asked for. */
public interface DynamicContext extends ExtensionPoint {
    /** Null when it does not know the type. */
    <T> T get(Class<T> key, DelegatedContext context) throws IOException, InterruptedException;

    /** Asks for other objects. */
    interface DelegatedContext {
        <T> T get(Class<T> key) throws IOException, InterruptedException;
    }

    /** Knows one type. */
    abstract class Typed<T> implements DynamicContext {
        public Typed() {}

        protected abstract Class<T> type();

        protected abstract T get(DelegatedContext context) throws IOException, InterruptedException;

        @Override
        public final <U> U get(Class<U> key, DelegatedContext context) throws IOException, InterruptedException {
            return key.isAssignableFrom(type()) ? key.cast(get(context)) : null;
        }
    }
}
