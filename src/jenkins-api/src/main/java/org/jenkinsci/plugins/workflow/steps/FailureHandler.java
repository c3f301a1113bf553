package org.jenkinsci.plugins.workflow.steps;

import java.io.Serializable;

public interface FailureHandler extends Serializable {
    public Throwable handle(StepContext stepContext, Throwable throwable);

    public static Throwable apply(StepContext stepContext, Throwable throwable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FailureHandler merge(FailureHandler failureHandler, FailureHandler failureHandler2) {
        throw new UnsupportedOperationException("unwritten");
    }
}
