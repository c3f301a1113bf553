package io.jenkins.plugins.delivery.steps;

import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import jenkins.model.Jenkins;

/** A job whose builds do nothing of themselves. */
public final class TestJob extends LocalJob<TestJob, TestJob.Build> {
    public TestJob(String name) {
        super(Jenkins.get(), name);
    }

    public static TestJob create(String name) throws IOException, InterruptedException {
        TestJob job = new TestJob(name);
        Jenkins.get().putItem(job);
        return job;
    }

    @Override
    protected Build create() throws IOException {
        return new Build(this);
    }

    @Override
    protected Build load(File directory) throws IOException {
        return new Build(this, directory);
    }

    /** A build that has authors, as builds with changes have. */
    public static final class Build extends Run<TestJob, Build> {
        private transient Set<User> culprits = new HashSet<>();

        private Build(TestJob job) throws IOException {
            super(job);
        }

        private Build(TestJob job, File directory) throws IOException {
            super(job, directory);
            culprits = new HashSet<>();
        }

        public Set<User> getCulprits() {
            return culprits;
        }
    }
}
