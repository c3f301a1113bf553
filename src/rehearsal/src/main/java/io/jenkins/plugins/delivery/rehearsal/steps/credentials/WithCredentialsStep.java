package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code withCredentials}: credentials in variables of the environment while a block runs, hidden in its log. */
public final class WithCredentialsStep extends Step {
    private final List<CredentialBinding> bindings;

    @DataBoundConstructor
    public WithCredentialsStep(List<CredentialBinding> bindings) {
        this.bindings = bindings == null ? List.of() : new ArrayList<>(bindings);
    }

    public List<CredentialBinding> getBindings() {
        return List.copyOf(bindings);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new WithCredentialsExecution(context, bindings);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "withCredentials";
        }

        @Override
        public String getDisplayName() {
            return "Bind credentials to variables";
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
