package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.FolderContext;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BlockExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code dir}: works in another folder. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.PushdStep")
public final class PushdStep extends Step {
    private final String path;

    @DataBoundConstructor
    public PushdStep(String path) {
        this.path = path;
    }

    public String getPath() {
        return path;
    }

    @Override
    public StepExecution start(StepContext context) {
        String folder = path;
        return BlockExecution.of(context, (at, body) -> {
            FilePath there = at.get(FilePath.class).child(folder);
            at.get(TaskListener.class).getLogger().println("Running in " + there.getRemote());
            return body.withContext(new FolderContext(there.getRemote())).withCallback(BodyExecutionCallback.wrap(at));
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("dir", "Change current directory", FilePath.class, TaskListener.class);
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
