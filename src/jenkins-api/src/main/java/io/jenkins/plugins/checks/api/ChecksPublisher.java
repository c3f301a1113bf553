package io.jenkins.plugins.checks.api;

/** Tells a forge about checks of one build. */
public abstract class ChecksPublisher {
    public ChecksPublisher() {}

    public abstract void publish(ChecksDetails details);
}
