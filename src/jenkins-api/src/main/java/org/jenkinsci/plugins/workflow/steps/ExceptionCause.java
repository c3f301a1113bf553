package org.jenkinsci.plugins.workflow.steps;

import java.io.Serializable;
import jenkins.model.CauseOfInterruption;

class ExceptionCause extends CauseOfInterruption implements Serializable {
    public ExceptionCause(Throwable throwable) {}

    public String getShortDescription() {
        throw new UnsupportedOperationException("unwritten");
    }
}
