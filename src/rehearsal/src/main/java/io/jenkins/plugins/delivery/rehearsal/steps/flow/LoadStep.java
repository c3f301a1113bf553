package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.Extension;
import hudson.FilePath;
import io.jenkins.plugins.delivery.rehearsal.runtime.BlockOptional;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code load}: runs a script of the workspace; its value is that of the script. */
@KnownAs("org.jenkinsci.plugins.workflow.cps.steps.LoadStep")
public final class LoadStep extends Step {
    private final String path;

    @DataBoundConstructor
    public LoadStep(String path) {
        this.path = path;
    }

    public String getPath() {
        return path;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new LoadExecution(context, path);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor implements BlockOptional {
        public DescriptorImpl() {
            super("load", "Evaluate a Groovy source file into the Pipeline script", FilePath.class);
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
