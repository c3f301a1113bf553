package org.jenkinsci.plugins.workflow.steps;

import com.google.common.base.Function;
import com.google.common.util.concurrent.ListenableFuture;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public abstract class StepExecution implements Serializable {
    protected StepExecution() {}

    protected StepExecution(StepContext stepContext) {}

    public StepContext getContext() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract boolean start() throws Exception;

    public void stop(Throwable throwable) throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onResume() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getStatus() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean blocksRestart() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getStatusBounded(long n, TimeUnit timeUnit) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ListenableFuture<?> acceptAll(Consumer<StepExecution> consumer) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ListenableFuture<?> applyAll(Function<StepExecution, Void> function) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends StepExecution> ListenableFuture<?> acceptAll(Class<T> type, Consumer<T> consumer) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends StepExecution> ListenableFuture<?> applyAll(Class<T> type, Function<T, Void> function) {
        throw new UnsupportedOperationException("unwritten");
    }
}
