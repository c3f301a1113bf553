package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/**
 * Where news about approvals and deployments goes. Its credential is a secret text: what a webhook is signed with,
 * or the whole address of a chat's incoming webhook.
 */
public class NotificationTargetSettings extends NamedSettings<NotificationTargetSettings> {
    private NotificationTargetType type = NotificationTargetType.WEBHOOK;
    private String url;
    private ArrayList<String> recipients = new ArrayList<>();
    private ArrayList<String> events = new ArrayList<>();
    private ArrayList<String> environments = new ArrayList<>();

    @DataBoundConstructor
    public NotificationTargetSettings(String name) {
        super(name);
    }

    public NotificationTargetType getType() {
        return type;
    }

    @DataBoundSetter
    public void setType(NotificationTargetType type) {
        this.type = type == null ? NotificationTargetType.WEBHOOK : type;
    }

    /** Of a webhook. The address of a chat is a secret, hence a credential. */
    @CheckForNull
    public String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(String url) {
        this.url = Util.fixEmptyAndTrim(url);
    }

    /** Addresses of e-mail. */
    public List<String> getRecipients() {
        return List.copyOf(recipients);
    }

    @DataBoundSetter
    public void setRecipients(List<String> recipients) {
        this.recipients = Words.of(recipients);
    }

    /** Which events it wants, such as {@code approval.requested}; empty means all. */
    public List<String> getEvents() {
        return List.copyOf(events);
    }

    /** @throws IllegalArgumentException naming the nearest, if there is no such event */
    @DataBoundSetter
    public void setEvents(List<String> events) {
        this.events = NotificationEvents.checked(events);
    }

    /** Which environments it wants to hear of; empty means all. */
    public List<String> getEnvironments() {
        return List.copyOf(environments);
    }

    @DataBoundSetter
    public void setEnvironments(List<String> environments) {
        this.environments = Words.of(environments);
    }

    public String getRecipientsText() {
        return Words.text(recipients);
    }

    public String getEventsText() {
        return Words.text(events);
    }

    public String getEnvironmentsText() {
        return Words.text(environments);
    }

    /** Whether it wants to hear of this. */
    public boolean wants(String event, String environment) {
        return (events.isEmpty() || events.contains(event))
                && (environments.isEmpty() || environments.contains(environment));
    }

    @Extension
    @Symbol("notificationTarget")
    public static class DescriptorImpl extends NamedDescriptor<NotificationTargetSettings> {
        @Override
        public String getDisplayName() {
            return Messages.NotificationTargetSettings_title();
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value, @QueryParameter String type) {
            if (!Checks.administrator()) {
                return FormValidation.ok();
            }
            return NotificationTargetType.WEBHOOK.name().equals(type) && Util.fixEmptyAndTrim(value) == null
                    ? Checks.given(true, value)
                    : Checks.optionalUrl(value);
        }

        @POST
        public FormValidation doCheckCredentialsId(
                @QueryParameter String value, @QueryParameter String url, @QueryParameter String type) {
            if (!Checks.administrator()) {
                return FormValidation.ok();
            }
            return Util.fixEmptyAndTrim(value) == null
                    ? Checks.given(!NotificationTargetType.EMAIL.name().equals(type), value)
                    : CredentialChoices.check(value, url, CredentialChoices.SECRET_TEXT);
        }

        @POST
        public FormValidation doCheckRecipients(@QueryParameter String value, @QueryParameter String type) {
            if (!Checks.administrator()) {
                return FormValidation.ok();
            }
            return Util.fixEmptyAndTrim(value) == null
                    ? Checks.given(NotificationTargetType.EMAIL.name().equals(type), value)
                    : Checks.mailAddresses(value);
        }

        @POST
        public FormValidation doCheckEvents(@QueryParameter String value) {
            return Checks.administrator()
                    ? Checks.unlessRefused(() -> NotificationEvents.checked(List.of(Util.fixNull(value))))
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckEnvironments(@QueryParameter String value) {
            return Checks.administrator() ? References.checkEnvironments(value) : FormValidation.ok();
        }

        /** The test button. */
        @RequirePOST
        public FormValidation doTest(
                @QueryParameter String name,
                @QueryParameter String type,
                @QueryParameter String url,
                @QueryParameter String credentialsId,
                @QueryParameter String recipients) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            try {
                NotificationTargetSettings target = new NotificationTargetSettings(name);
                target.setType(Checks.constant("type", NotificationTargetType.class, type));
                target.setUrl(url);
                target.setCredentialsId(credentialsId);
                target.setRecipients(List.of(Util.fixNull(recipients)));
                return ConnectionTests.get().notificationTarget(target);
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        @POST
        public ListBoxModel doFillTypeItems() {
            return Checks.administrator() ? Checks.constants(NotificationTargetType.class) : new ListBoxModel();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId, @QueryParameter String url) {
            return CredentialChoices.forAdministrator(credentialsId, url, CredentialChoices.SECRET_TEXT);
        }
    }
}
