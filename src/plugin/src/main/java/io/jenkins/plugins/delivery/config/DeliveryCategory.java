package io.jenkins.plugins.delivery.config;

import hudson.Extension;
import jenkins.model.GlobalConfigurationCategory;
import org.jenkinsci.Symbol;

/**
 * Keeps our settings off the page of the system, which shows what has no category of its own, and within reach of
 * Configuration as Code, which passes over what has no page at all.
 */
@Extension
@Symbol("delivery")
public class DeliveryCategory extends GlobalConfigurationCategory {
    @Override
    public String getDisplayName() {
        return Messages.DeliveryConfiguration_title();
    }

    @Override
    public String getShortDescription() {
        return Messages.DeliveryCategory_description();
    }
}
