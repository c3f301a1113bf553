package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.Extension;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code unstable}: marks stage and build as unstable, and goes on. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.UnstableStep")
public final class UnstableStep extends Step {
    private final String message;

    @DataBoundConstructor
    public UnstableStep(String message) {
        if (message == null || message.isEmpty()) {
            throw new IllegalArgumentException("A non-empty message is required");
        }
        this.message = message;
    }

    public String getMessage() {
        return message;
    }

    @Override
    public StepExecution start(StepContext context) {
        String text = message;
        return StepExecutions.synchronousVoid(context, at -> {
            at.get(TaskListener.class).getLogger().println("WARNING: " + text);
            at.get(FlowNode.class).addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(text));
            at.get(Run.class).setResult(Result.UNSTABLE);
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("unstable", "Set stage result to unstable");
        }
    }
}
