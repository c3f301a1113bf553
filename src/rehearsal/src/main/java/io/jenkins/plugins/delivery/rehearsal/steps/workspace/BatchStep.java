package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code bat}: for Windows nodes only; a rehearsal has none. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.durable_task.BatchScriptStep")
public final class BatchStep extends Step {
    private final String script;

    @DataBoundConstructor
    public BatchStep(String script) {
        this.script = script;
    }

    public String getScript() {
        return script;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(context, at -> {
            throw new AbortException("Batch scripts can only be run on Windows nodes");
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("bat", "Windows Batch Script", FilePath.class, Launcher.class);
        }
    }
}
