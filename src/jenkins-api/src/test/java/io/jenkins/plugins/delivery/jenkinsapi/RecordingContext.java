package io.jenkins.plugins.delivery.jenkinsapi;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Remembers how a step ended; its body ends as soon as it is started. */
final class RecordingContext extends StepContext {
    private static final long serialVersionUID = 1;
    private final transient Map<Class<?>, Object> objects = new HashMap<>();
    private final transient CompletableFuture<Object> outcome = new CompletableFuture<>();
    private final transient List<Object> givenToBody = new ArrayList<>();

    @CheckForNull
    private transient Throwable bodyFailure;

    RecordingContext with(Object object) {
        objects.put(object.getClass(), object);
        return this;
    }

    RecordingContext failingBody(Throwable failure) {
        bodyFailure = failure;
        return this;
    }

    CompletableFuture<Object> outcome() {
        return outcome;
    }

    List<Object> givenToBody() {
        return givenToBody;
    }

    @Override
    public <T> T get(Class<T> key) {
        return key.cast(objects.get(key));
    }

    @Override
    public void onSuccess(@CheckForNull Object result) {
        outcome.complete(result);
    }

    @Override
    public void onFailure(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return Futures.immediateVoidFuture();
    }

    @Override
    public void setResult(Result r) {
        givenToBody.add(r);
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        return new Invoker();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private final class Invoker extends BodyInvoker {
        @CheckForNull
        private BodyExecutionCallback callback;

        @Override
        public BodyInvoker withContext(Object override) {
            givenToBody.add(override);
            return this;
        }

        @Override
        public BodyInvoker withDisplayName(String name) {
            return this;
        }

        @Override
        public BodyInvoker withCallback(BodyExecutionCallback given) {
            callback = given;
            return this;
        }

        @Override
        public BodyExecution start() {
            if (callback != null && bodyFailure == null) {
                callback.onSuccess(RecordingContext.this, "of the body");
            } else if (callback != null) {
                callback.onFailure(RecordingContext.this, bodyFailure);
            }
            return new Ended();
        }
    }

    private static final class Ended extends BodyExecution {
        private static final long serialVersionUID = 1;

        @Override
        public Collection<StepExecution> getCurrentExecutions() {
            return List.of();
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean isDone() {
            return true;
        }

        @Override
        public Object get() {
            return "of the body";
        }

        @Override
        public Object get(long timeout, TimeUnit unit) {
            return get();
        }
    }
}
