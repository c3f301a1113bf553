package io.jenkins.plugins.delivery.reports;

import hudson.model.Action;

/** Leads to {@link DeliveryTab} where Jenkins has a list of links beside the build, in which it leaves tabs out. */
final class DeliveryLink implements Action {
    @Override
    public String getIconFileName() {
        return "symbol-git-branch-outline plugin-ionicons-api";
    }

    @Override
    public String getDisplayName() {
        return Messages.DeliveryTab_title();
    }

    /** With a slash at its end it is an address to go to, and not the name by which Jenkins finds what answers there: that is the tab. */
    @Override
    public String getUrlName() {
        return "delivery/";
    }
}
