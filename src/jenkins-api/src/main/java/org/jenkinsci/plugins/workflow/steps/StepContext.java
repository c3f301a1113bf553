package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.io.IOException;
import java.io.Serializable;

/** What a step sees of the flow that it runs in. */
public abstract class StepContext implements FutureCallback<Object>, Serializable {
    private static final long serialVersionUID = 1;

    public StepContext() {}

    /** Null when the flow has no such object here. */
    public abstract <T> T get(Class<T> key) throws IOException, InterruptedException;

    /** Ends the step; the flow continues with {@code result}. */
    @Override
    public abstract void onSuccess(Object result);

    public abstract boolean isReady();

    /** Writes the program, with the state of the step, to disk. */
    public abstract ListenableFuture<Void> saveState();

    public abstract void setResult(Result r);

    public abstract BodyInvoker newBodyInvoker() throws IllegalStateException;

    public boolean hasBody() {
        return false;
    }

    @Override
    public abstract boolean equals(Object o);

    @Override
    public abstract int hashCode();
}
