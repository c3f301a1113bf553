package io.jenkins.plugins.delivery.steps.rollout;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.StepForms;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of the steps that roll out have in common. */
public abstract class RolloutStepDescriptor extends DeliveryStepDescriptor {
    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class);
    }

    @Override
    public Set<? extends Class<?>> getProvidedContext() {
        return Set.of(EnvironmentExpander.class);
    }

    @Override
    public boolean takesImplicitBlockArgument() {
        return true;
    }

    @POST
    public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.duration(item, "timeout", value);
    }

    @POST
    public FormValidation doCheckProgressDeadline(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.duration(item, "progressDeadline", value);
    }

    @POST
    public ListBoxModel doFillEnvironmentItems(@AncestorInPath Item item, @QueryParameter String environment) {
        return StepForms.environments(item, environment, false);
    }
}
