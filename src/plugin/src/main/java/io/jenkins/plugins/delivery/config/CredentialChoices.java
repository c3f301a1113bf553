package io.jenkins.plugins.delivery.config;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.CertificateCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Drop-downs of credentials. Who may not see credentials sees the value that is chosen, and no other. */
public final class CredentialChoices {
    /** What a cluster takes: a token or a kubeconfig. */
    public static final CredentialsMatcher CLUSTER = CredentialsMatchers.either(
            CredentialsMatchers.instanceOf(StringCredentials.class),
            CredentialsMatchers.instanceOf(FileCredentials.class));

    /** What an HTTP server takes: a bearer token, a user name with password, or a client certificate. */
    public static final CredentialsMatcher HTTP = CredentialsMatchers.anyOf(
            CredentialsMatchers.instanceOf(StringCredentials.class),
            CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class),
            CredentialsMatchers.instanceOf(CertificateCredentials.class));

    /** What a webhook is signed with, or the address of a chat. */
    public static final CredentialsMatcher SECRET_TEXT = CredentialsMatchers.instanceOf(StringCredentials.class);

    private CredentialChoices() {}

    /** For a field of the global settings. */
    public static ListBoxModel forAdministrator(
            @CheckForNull String current, @CheckForNull String url, CredentialsMatcher matcher) {
        StandardListBoxModel model = new StandardListBoxModel();
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return model.includeCurrentValue(Util.fixNull(current));
        }
        return model.includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        Jenkins.get(),
                        StandardCredentials.class,
                        URIRequirementBuilder.fromUri(Util.fixNull(url)).build(),
                        matcher)
                .includeCurrentValue(Util.fixNull(current));
    }

    /**
     * Whether the one that is chosen is among those of the whole controller. One in a folder may be found by the builds in
     * there: hence no error.
     */
    static FormValidation check(@CheckForNull String chosen, @CheckForNull String url, CredentialsMatcher matcher) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER) || Util.fixEmptyAndTrim(chosen) == null) {
            return FormValidation.ok();
        }
        return CredentialsProvider.listCredentialsInItemGroup(
                                StandardCredentials.class,
                                Jenkins.get(),
                                ACL.SYSTEM2,
                                URIRequirementBuilder.fromUri(Util.fixNull(url)).build(),
                                matcher)
                        .stream()
                        .anyMatch(one -> one.value.equals(chosen))
                ? FormValidation.ok()
                : FormValidation.warning(Messages.CredentialChoices_gone(chosen));
    }

    /** For a field of a step or a job; without a job it is a field of the global settings. */
    public static ListBoxModel forItem(
            @CheckForNull Item item,
            @CheckForNull String current,
            @CheckForNull String url,
            CredentialsMatcher matcher) {
        if (item == null) {
            return forAdministrator(current, url, matcher);
        }
        StandardListBoxModel model = new StandardListBoxModel();
        if (!item.hasPermission(Item.EXTENDED_READ) && !item.hasPermission(CredentialsProvider.USE_ITEM)) {
            return model.includeCurrentValue(Util.fixNull(current));
        }
        return model.includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        item,
                        StandardCredentials.class,
                        URIRequirementBuilder.fromUri(Util.fixNull(url)).build(),
                        matcher)
                .includeCurrentValue(Util.fixNull(current));
    }
}
