package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code getContext}: an object of the context; for code of the rehearsal itself. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.GetContextStep")
public final class GetContextStep extends Step {
    private final Class<?> type;

    @DataBoundConstructor
    public GetContextStep(Class<?> type) {
        this.type = type;
    }

    public Class<?> getType() {
        return type;
    }

    @Override
    public StepExecution start(StepContext context) {
        Class<?> wanted = type;
        return StepExecutions.synchronous(context, at -> at.get(wanted));
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("getContext", "Get contextual object from internal APIs");
        }
    }
}
