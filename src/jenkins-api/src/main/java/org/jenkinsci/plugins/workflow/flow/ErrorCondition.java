package org.jenkinsci.plugins.workflow.flow;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.StepContext;

public abstract class ErrorCondition extends AbstractDescribableImpl<ErrorCondition>
        implements ExtensionPoint, Serializable {
    public ErrorCondition() {}

    public abstract boolean test(Throwable throwable, StepContext stepContext) throws IOException, InterruptedException;

    public ErrorCondition.ErrorConditionDescriptor getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract static class ErrorConditionDescriptor extends Descriptor<ErrorCondition> {
        public ErrorConditionDescriptor() {}
    }
}
