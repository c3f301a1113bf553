package org.jenkinsci.plugins.workflow.flow;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Says which errors another attempt may help with. */
public abstract class ErrorCondition extends AbstractDescribableImpl<ErrorCondition>
        implements ExtensionPoint, Serializable {
    private static final long serialVersionUID = 1;

    public ErrorCondition() {}

    public abstract boolean test(Throwable t, StepContext context) throws IOException, InterruptedException;

    @Override
    public ErrorConditionDescriptor getDescriptor() {
        return (ErrorConditionDescriptor) super.getDescriptor();
    }

    /** Describes a kind of condition. */
    public abstract static class ErrorConditionDescriptor extends Descriptor<ErrorCondition> {
        public ErrorConditionDescriptor() {}
    }
}
