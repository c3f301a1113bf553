package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import jenkins.model.Jenkins;

/** What the forms of steps have in common. */
public final class StepForms {
    private StepForms() {}

    /** Whether somebody fills a form of this job in; without a job, the Snippet Generator of an administrator. */
    public static boolean mayConfigure(@CheckForNull Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.EXTENDED_READ);
    }

    /**
     * The names of the environments; who does not fill the form in sees the one that is chosen, and no other.
     *
     * @param optional whether none may be chosen
     */
    public static ListBoxModel environments(@CheckForNull Item item, @CheckForNull String chosen, boolean optional) {
        if (!mayConfigure(item)) {
            return new ListBoxModel(new ListBoxModel.Option(Util.fixNull(chosen)));
        }
        ListBoxModel model = new ListBoxModel();
        if (optional) {
            model.add("", "");
        }
        DeliveryConfiguration.get().getEnvironments().forEach(one -> model.add(one.getName()));
        return model;
    }

    /** What is wrong with a duration; nothing may be said of it either. */
    public static FormValidation duration(@CheckForNull Item item, String field, @CheckForNull String value) {
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

    /** The names of all constants, after an entry for none of them if there is a word for it. */
    public static ListBoxModel names(Enum<?>[] constants, @CheckForNull String none) {
        ListBoxModel model = new ListBoxModel();
        if (none != null) {
            model.add(none, "");
        }
        for (Enum<?> constant : constants) {
            model.add(constant.name());
        }
        return model;
    }
}
