package io.jenkins.plugins.checks.api;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Optional;

/** Finds who tells the forge of a build about its checks. */
public abstract class ChecksPublisherFactory implements ExtensionPoint {
    public ChecksPublisherFactory() {}

    protected Optional<ChecksPublisher> createPublisher(Run<?, ?> run, TaskListener listener) {
        return Optional.empty();
    }

    protected Optional<ChecksPublisher> createPublisher(Job<?, ?> job, TaskListener listener) {
        return Optional.empty();
    }

    /** The first that feels responsible; else one that does nothing. */
    public static ChecksPublisher fromRun(Run<?, ?> run, TaskListener listener) {
        return ExtensionList.lookup(ChecksPublisherFactory.class).stream()
                .flatMap(factory -> factory.createPublisher(run, listener).stream())
                .findFirst()
                .orElseGet(Nobody::new);
    }

    private static final class Nobody extends ChecksPublisher {
        @Override
        public void publish(ChecksDetails details) {
            // no forge wants to know
        }
    }
}
