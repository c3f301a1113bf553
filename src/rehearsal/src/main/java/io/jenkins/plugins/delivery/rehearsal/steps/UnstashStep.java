package io.jenkins.plugins.delivery.rehearsal.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code unstash}: brings the files of a stash into the current folder. */
@KnownAs("org.jenkinsci.plugins.workflow.support.steps.stash.UnstashStep")
public final class UnstashStep extends Step {
    private final String name;

    @DataBoundConstructor
    public UnstashStep(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(context, running -> new Stashes(running.get(Run.class))
                .unstash(name, Path.of(running.get(FilePath.class).getRemote())));
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("unstash", "Restore files previously stashed", FilePath.class, Run.class);
        }
    }
}
