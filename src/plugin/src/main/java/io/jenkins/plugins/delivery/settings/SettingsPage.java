package io.jenkins.plugins.delivery.settings;

import hudson.Extension;
import hudson.model.Descriptor.FormException;
import hudson.model.ManagementLink;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.pages.Messages;
import jakarta.servlet.ServletException;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Manage Jenkins → Progressive Delivery: all settings, on a page of their own. For administrators only. */
@Extension
public final class SettingsPage extends ManagementLink {
    @Override
    public String getIconFileName() {
        return "symbol-rocket-outline plugin-ionicons-api";
    }

    @Override
    public String getDisplayName() {
        return Messages.DeliverySettings_title();
    }

    @Override
    public String getDescription() {
        return Messages.DeliverySettings_description();
    }

    @Override
    public String getUrlName() {
        return "progressive-delivery";
    }

    @Override
    public Category getCategory() {
        return Category.CONFIGURATION;
    }

    /** For the page. */
    public DeliveryConfiguration getConfiguration() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return DeliveryConfiguration.get();
    }

    /** {@code POST /manage/progressive-delivery/configure}: saves the form. */
    @RequirePOST
    @WebMethod(name = "configure")
    public HttpResponse doConfigure(StaplerRequest2 request) throws ServletException, FormException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        DeliveryConfiguration.get().configure(request, request.getSubmittedForm());
        return HttpResponses.redirectToDot();
    }
}
