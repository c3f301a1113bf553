package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code library}: loads a shared library while the pipeline runs. */
@KnownAs("org.jenkinsci.plugins.workflow.libs.LibraryStep")
public final class LibraryStep extends Step {
    private final String identifier;

    @DataBoundConstructor
    public LibraryStep(String identifier) {
        this.identifier = identifier;
    }

    public String getIdentifier() {
        return identifier;
    }

    @Override
    public StepExecution start(StepContext context) {
        String library = identifier;
        return StepExecutions.synchronousVoid(
                context, at -> at.get(PipelineExecution.class).loadLibrary(library));
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("library", "Load a library on the fly");
        }
    }
}
