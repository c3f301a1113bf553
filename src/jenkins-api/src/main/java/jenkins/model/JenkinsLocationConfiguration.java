package jenkins.model;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import org.jenkinsci.Symbol;

/** Where the controller is reached, and who administers it. */
@Extension(ordinal = JenkinsLocationConfiguration.ORDINAL)
@Symbol("location")
public class JenkinsLocationConfiguration extends GlobalConfiguration {
    public static final int ORDINAL = 200;

    private String adminAddress;
    private String jenkinsUrl;

    public JenkinsLocationConfiguration() {
        load();
    }

    public static JenkinsLocationConfiguration get() {
        return ExtensionList.lookupSingleton(JenkinsLocationConfiguration.class);
    }

    public String getAdminAddress() {
        return Util.fixNull(adminAddress, "address not configured yet <nobody@nowhere>");
    }

    public void setAdminAddress(String adminAddress) {
        this.adminAddress = Util.fixEmptyAndTrim(adminAddress);
        save();
    }

    /** With a slash at its end; null when it is not set. */
    public String getUrl() {
        return jenkinsUrl;
    }

    public void setUrl(String jenkinsUrl) {
        this.jenkinsUrl = Util.ensureEndsWith(Util.fixEmptyAndTrim(jenkinsUrl), "/");
        save();
    }
}
