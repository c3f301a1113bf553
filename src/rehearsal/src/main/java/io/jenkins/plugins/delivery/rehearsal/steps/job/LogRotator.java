package io.jenkins.plugins.delivery.rehearsal.steps.job;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Limits by age in days and by number, as text; empty or null for no limit. */
@KnownAs("hudson.tasks.LogRotator")
public final class LogRotator extends AbstractDescribableImpl<LogRotator> {
    @CheckForNull
    private String daysToKeepStr;

    @CheckForNull
    private String numToKeepStr;

    @CheckForNull
    private String artifactDaysToKeepStr;

    @CheckForNull
    private String artifactNumToKeepStr;

    @DataBoundConstructor
    public LogRotator() {
        // nothing is required
    }

    @CheckForNull
    public String getDaysToKeepStr() {
        return daysToKeepStr;
    }

    @DataBoundSetter
    public void setDaysToKeepStr(@CheckForNull String daysToKeepStr) {
        this.daysToKeepStr = daysToKeepStr;
    }

    @CheckForNull
    public String getNumToKeepStr() {
        return numToKeepStr;
    }

    @DataBoundSetter
    public void setNumToKeepStr(@CheckForNull String numToKeepStr) {
        this.numToKeepStr = numToKeepStr;
    }

    @CheckForNull
    public String getArtifactDaysToKeepStr() {
        return artifactDaysToKeepStr;
    }

    @DataBoundSetter
    public void setArtifactDaysToKeepStr(@CheckForNull String artifactDaysToKeepStr) {
        this.artifactDaysToKeepStr = artifactDaysToKeepStr;
    }

    @CheckForNull
    public String getArtifactNumToKeepStr() {
        return artifactNumToKeepStr;
    }

    @DataBoundSetter
    public void setArtifactNumToKeepStr(@CheckForNull String artifactNumToKeepStr) {
        this.artifactNumToKeepStr = artifactNumToKeepStr;
    }

    /** Registers the strategy. */
    @Extension
    @Symbol("logRotator")
    public static final class DescriptorImpl extends Descriptor<LogRotator> {
        @Override
        public String getDisplayName() {
            return "Log Rotation";
        }
    }
}
