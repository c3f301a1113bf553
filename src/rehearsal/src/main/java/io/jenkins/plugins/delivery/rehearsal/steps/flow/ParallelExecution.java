package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Branches that run side by side. The step ends when all have ended; the first failure is its own. */
final class ParallelExecution extends StepExecution {
    private static final long serialVersionUID = 1;
    private final LinkedHashMap<String, Closure<?>> branches;
    private final boolean failFast;
    private final LinkedHashMap<String, BodyExecution> bodies = new LinkedHashMap<>();
    private final HashMap<String, Object> results = new HashMap<>();
    private int left;

    @CheckForNull
    private Throwable failure;

    ParallelExecution(StepContext context, LinkedHashMap<String, Closure<?>> branches, boolean failFast) {
        super(context);
        this.branches = branches;
        this.failFast = failFast;
    }

    @Override
    public boolean start() throws Exception {
        left = branches.size();
        if (left == 0) {
            getContext().get(TaskListener.class).getLogger().println("No branches to run");
            getContext().onSuccess(new HashMap<>());
            return true;
        }
        branches.forEach((name, code) -> bodies.put(
                name,
                PipelineExecution.bodyOf(getContext(), code)
                        .asBranch(name)
                        .withCallback(new Branch(this, name))
                        .start()));
        return false;
    }

    @Override
    public void onResume() {
        // the branches go on by themselves
    }

    @Override
    public void stop(Throwable cause) {
        bodies.values().forEach(body -> body.cancel(cause));
    }

    private void ended(String name, StepContext context, @CheckForNull Throwable error) {
        left--;
        if (error != null && failure == null) {
            failure = error;
            if (failFast) {
                bodies.forEach((other, body) -> {
                    if (!other.equals(name)) {
                        body.cancel(new FlowInterruptedException(Result.ABORTED, new FailFastCause(name)));
                    }
                });
            }
        }
        if (left == 0 && failure != null) {
            getContext().onFailure(failure);
        } else if (left == 0) {
            getContext().onSuccess(results);
        }
    }

    /** What a branch ends with. */
    private static final class Branch extends BodyExecutionCallback {
        private static final long serialVersionUID = 1;
        private final ParallelExecution step;
        private final String name;

        Branch(ParallelExecution step, String name) {
            this.step = step;
            this.name = name;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            step.results.put(name, result);
            step.ended(name, context, null);
        }

        @Override
        public void onFailure(StepContext context, Throwable error) {
            try {
                context.get(TaskListener.class).getLogger().println("Failed in branch " + name);
            } catch (IOException | InterruptedException broken) {
                error.addSuppressed(broken);
            }
            step.ended(name, context, error);
        }
    }

    /** Another branch failed. */
    static final class FailFastCause extends CauseOfInterruption {
        private static final long serialVersionUID = 1;
        private final String branch;

        FailFastCause(String branch) {
            this.branch = branch;
        }

        @Override
        public String getShortDescription() {
            return "Failed in branch " + branch;
        }
    }
}
