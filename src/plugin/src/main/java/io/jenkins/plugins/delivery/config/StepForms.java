package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import jenkins.model.Jenkins;

/** What the forms of steps have in common. */
public final class StepForms {
    private StepForms() {}

    /** Whether somebody fills a form of this job in; without a job, the Snippet Generator of an administrator. */
    public static boolean mayConfigure(@CheckForNull Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.EXTENDED_READ);
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
