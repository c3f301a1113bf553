package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import java.util.Set;
import jenkins.model.Jenkins;
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
        return duration(item, "timeout", value);
    }

    @POST
    public FormValidation doCheckProgressDeadline(@AncestorInPath Item item, @QueryParameter String value) {
        return duration(item, "progressDeadline", value);
    }

    @POST
    public ListBoxModel doFillEnvironmentItems(@AncestorInPath Item item, @QueryParameter String environment) {
        if (!mayConfigure(item)) {
            return new ListBoxModel(new ListBoxModel.Option(Util.fixNull(environment)));
        }
        ListBoxModel model = new ListBoxModel();
        DeliveryConfiguration.get().getEnvironments().forEach(one -> model.add(one.getName()));
        return model;
    }

    static FormValidation duration(@CheckForNull Item item, String field, @CheckForNull String value) {
        if (!mayConfigure(item) || Util.fixEmptyAndTrim(value) == null) {
            return FormValidation.ok();
        }
        try {
            Durations.parse(field, value);
            return FormValidation.ok();
        } catch (ArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    static boolean mayConfigure(@CheckForNull Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.EXTENDED_READ);
    }
}
