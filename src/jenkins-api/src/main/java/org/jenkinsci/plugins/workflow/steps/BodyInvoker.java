package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import hudson.console.ConsoleLogFilter;
import java.util.Collection;

public abstract class BodyInvoker {
    public BodyInvoker() {}

    public abstract BodyInvoker withContext(Object value);

    public BodyInvoker withContexts(Object... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public BodyInvoker withContexts(Collection<?> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract BodyInvoker withDisplayName(String text);

    public abstract BodyInvoker withCallback(BodyExecutionCallback bodyExecutionCallback);

    public final BodyInvoker withCallback(FutureCallback<Object> futureCallback) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract BodyExecution start();

    public static ConsoleLogFilter mergeConsoleLogFilters(
            ConsoleLogFilter consoleLogFilter, ConsoleLogFilter consoleLogFilter2) {
        throw new UnsupportedOperationException("unwritten");
    }
}
