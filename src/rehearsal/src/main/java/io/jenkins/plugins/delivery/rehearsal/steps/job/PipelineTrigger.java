package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Something that would start builds: by time, by a change in the source, after another job. */
public abstract class PipelineTrigger extends AbstractDescribableImpl<PipelineTrigger> {
    private final String spec;

    PipelineTrigger(String spec) {
        this.spec = spec;
    }

    /** When, as text: a crontab line, or names of jobs. */
    public final String spec() {
        return spec;
    }

    /** By time. */
    public static final class Cron extends PipelineTrigger {
        @DataBoundConstructor
        public Cron(String spec) {
            super(spec);
        }

        public String getSpec() {
            return spec();
        }

        /** Registers the trigger. */
        @Extension
        @Symbol("cron")
        public static final class DescriptorImpl extends Descriptor<PipelineTrigger> {
            @Override
            public String getDisplayName() {
                return "Build periodically";
            }
        }
    }

    /** By a change in the source. */
    public static final class PollScm extends PipelineTrigger {
        // Jenkins spells the argument like this.
        @DataBoundConstructor
        @SuppressWarnings("checkstyle:ParameterName")
        public PollScm(String scmpoll_spec) {
            super(scmpoll_spec);
        }

        public String getScmpoll_spec() {
            return spec();
        }

        /** Registers the trigger. */
        @Extension
        @Symbol("pollSCM")
        public static final class DescriptorImpl extends Descriptor<PipelineTrigger> {
            @Override
            public String getDisplayName() {
                return "Poll SCM";
            }
        }
    }

    /** After builds of other jobs. */
    public static final class Upstream extends PipelineTrigger {
        @DataBoundConstructor
        public Upstream(String upstreamProjects) {
            super(upstreamProjects);
        }

        public String getUpstreamProjects() {
            return spec();
        }

        /** Registers the trigger. */
        @Extension
        @Symbol("upstream")
        public static final class DescriptorImpl extends Descriptor<PipelineTrigger> {
            @Override
            public String getDisplayName() {
                return "Build after other projects are built";
            }
        }
    }
}
