package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code fileExists}: whether there is a file or folder of that name. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.FileExistsStep")
public final class FileExistsStep extends Step {
    private final String file;

    @DataBoundConstructor
    public FileExistsStep(String file) {
        this.file = file;
    }

    public String getFile() {
        return file;
    }

    @Override
    public StepExecution start(StepContext context) {
        String name = file;
        return StepExecutions.synchronousNonBlocking(context, at -> {
            if (name == null || name.isEmpty()) {
                at.get(TaskListener.class)
                        .getLogger()
                        .println(
                                "The fileExists step was called with a null or empty string, so the current directory will be checked"
                                        + " instead.");
                return at.get(FilePath.class).exists();
            }
            return at.get(FilePath.class).child(name).exists();
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("fileExists", "Verify if file exists in workspace", FilePath.class);
        }
    }
}
