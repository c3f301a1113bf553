package org.jenkinsci.plugins.workflow.steps;

/** The controller was restarted while a step ran that cannot continue. */
public class SynchronousResumeNotSupportedException extends Exception {
    private static final long serialVersionUID = 1;

    public SynchronousResumeNotSupportedException() {
        this(null);
    }

    public SynchronousResumeNotSupportedException(StepContext context) {
        super("Resume after a restart not supported for non-blocking synchronous steps");
    }
}
