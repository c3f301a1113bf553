package io.jenkins.plugins.delivery.steps.approval;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.delivery.steps.TestJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a gate sees of its pipeline, and what came of it. Finds its build back after a restart. */
public final class GateContext extends StepContext {
    private static final long serialVersionUID = 1L;

    private final String job;
    private final int number;
    private transient ByteArrayOutputStream log = new ByteArrayOutputStream();
    transient Object result;
    transient Throwable failure;
    transient int ends;

    /** As Jenkins does when it takes the step for finished. */
    transient boolean refusesLog;

    public GateContext(Run<?, ?> run) {
        job = run.getParent().getFullName();
        number = run.getNumber();
    }

    @Override
    public <T> T get(Class<T> key) throws IOException {
        if (key == Run.class) {
            try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
                return key.cast(
                        Jenkins.get().getItemByFullName(job, TestJob.class).getBuildByNumber(number));
            }
        }
        if (key == TaskListener.class && refusesLog) {
            throw new IOException("cannot start writing logs to a finished node");
        }
        if (log == null) {
            log = new ByteArrayOutputStream();
        }
        return key == TaskListener.class ? key.cast(new StreamTaskListener(log, StandardCharsets.UTF_8)) : null;
    }

    public String log() {
        return log == null ? "" : log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void onSuccess(Object outcome) {
        ends++;
        result = outcome;
    }

    @Override
    public void onFailure(Throwable cause) {
        ends++;
        failure = cause;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return Futures.immediateFuture(null);
    }

    @Override
    public void setResult(Result worst) {
        throw new UnsupportedOperationException("a gate leaves the result to its end");
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        throw new UnsupportedOperationException("a gate has no body");
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
