package io.jenkins.plugins.delivery.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerChecks;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A credential that a scanner finds in its environment. */
public class ScannerCredential extends AbstractDescribableImpl<ScannerCredential> {
    private final String variable;
    private final String credentialsId;

    @DataBoundConstructor
    public ScannerCredential(String variable, String credentialsId) {
        this.variable = Util.fixNull(variable).strip();
        this.credentialsId = Util.fixNull(credentialsId).strip();
    }

    /** The variable that holds a secret text; a user name and password get {@code _USR} and {@code _PSW} behind it. */
    public String getVariable() {
        return variable;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @Extension
    @Symbol("scannerCredential")
    public static class DescriptorImpl extends Descriptor<ScannerCredential> {
        @Override
        public String getDisplayName() {
            return Messages.ScannerCredential_title();
        }

        @POST
        public FormValidation doCheckVariable(@QueryParameter String value) {
            return Checks.administrator()
                    ? Checks.unlessRefused(() -> ScannerChecks.variable("credentials", value))
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value) {
            return CredentialChoices.check(value, null, CredentialChoices.HTTP);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return CredentialChoices.forAdministrator(credentialsId, null, CredentialChoices.HTTP);
        }
    }
}
