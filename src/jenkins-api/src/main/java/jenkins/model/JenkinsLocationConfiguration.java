package jenkins.model;

import hudson.util.FormValidation;

public class JenkinsLocationConfiguration extends GlobalConfiguration {
    public static boolean DISABLE_URL_VALIDATION;
    public static final int ORDINAL = 200;

    public JenkinsLocationConfiguration() {}

    public static JenkinsLocationConfiguration get() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static JenkinsLocationConfiguration getOrDie() {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void load() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getAdminAddress() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setAdminAddress(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setUrl(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public FormValidation doCheckUrl(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public FormValidation doCheckAdminAddress(String text) {
        throw new UnsupportedOperationException("unwritten");
    }
}
