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
import org.kohsuke.stapler.DataBoundSetter;

/** {@code pwd}: the current folder. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.PwdStep")
public final class PwdStep extends Step {
    private boolean tmp;

    @DataBoundConstructor
    public PwdStep() {
        // everything is optional
    }

    public boolean isTmp() {
        return tmp;
    }

    @DataBoundSetter
    public void setTmp(boolean tmp) {
        this.tmp = tmp;
    }

    @Override
    public StepExecution start(StepContext context) {
        boolean temporary = tmp;
        return StepExecutions.synchronous(context, at -> {
            String folder = at.get(FilePath.class).getRemote();
            return temporary ? folder + "@tmp" : folder;
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("pwd", "Determine current directory", FilePath.class);
        }
    }
}
