package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import hudson.Extension;
import hudson.FilePath;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code deleteDir}: deletes the current folder with all that it contains. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.DeleteDirStep")
public final class DeleteDirStep extends Step {
    @DataBoundConstructor
    public DeleteDirStep() {
        // no arguments
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlockingVoid(
                context, at -> at.get(FilePath.class).deleteRecursive());
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("deleteDir", "Recursively delete the current directory from the workspace", FilePath.class);
        }
    }
}
