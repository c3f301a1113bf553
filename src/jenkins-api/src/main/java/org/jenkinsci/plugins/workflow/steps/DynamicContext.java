package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionPoint;
import java.io.IOException;

public interface DynamicContext extends ExtensionPoint {
    public <T> T get(Class<T> type, DynamicContext.DelegatedContext delegatedContext)
            throws IOException, InterruptedException;

    public interface DelegatedContext {
        public <T> T get(Class<T> type) throws IOException, InterruptedException;
    }

    public abstract static class Typed<T> implements DynamicContext {
        public Typed() {}

        protected abstract Class<T> type();

        protected abstract T get(DynamicContext.DelegatedContext delegatedContext)
                throws IOException, InterruptedException;

        public final <U> U get(Class<U> type, DynamicContext.DelegatedContext delegatedContext)
                throws IOException, InterruptedException {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
