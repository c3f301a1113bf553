package org.jenkinsci.plugins.workflow.steps;

public class SynchronousResumeNotSupportedException extends Exception {
    public SynchronousResumeNotSupportedException() {}

    public SynchronousResumeNotSupportedException(StepContext stepContext) {}
}
