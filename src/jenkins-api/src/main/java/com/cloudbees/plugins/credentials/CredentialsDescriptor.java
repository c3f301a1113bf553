package com.cloudbees.plugins.credentials;

import hudson.model.Descriptor;
import hudson.model.ModelObject;
import hudson.util.ListBoxModel;
import java.util.Map;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class CredentialsDescriptor extends Descriptor<Credentials> {
    protected CredentialsDescriptor(Class<? extends Credentials> type) {}

    protected CredentialsDescriptor() {}

    public ListBoxModel doFillScopeItems(ModelObject modelObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isScopeRelevant() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isScopeRelevant(ModelObject modelObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isScopeRelevant(CredentialsStore credentialsStore) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getCredentialsPage() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getIconClassName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isApplicable(CredentialsProvider credentialsProvider) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ModelObject unwrapContext(ModelObject modelObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ModelObject lookupContext(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends ModelObject> T findContextInPath(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends ModelObject> T findContextInPath(StaplerRequest2 staplerRequest2, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void calcFillSettings(String text, Map<String, Object> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void calcAutoCompleteSettings(String text, Map<String, Object> map) {
        throw new UnsupportedOperationException("unwritten");
    }
}
