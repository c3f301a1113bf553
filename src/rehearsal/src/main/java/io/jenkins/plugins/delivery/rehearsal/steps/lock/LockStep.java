package io.jenkins.plugins.delivery.rehearsal.steps.lock;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code lock}: runs a block while nobody else has the resource. */
@KnownAs("org.jenkins.plugins.lockableresources.LockStep")
public final class LockStep extends Step implements Serializable {
    private static final long serialVersionUID = 1;

    private final String resource;

    @CheckForNull
    private String variable;

    private boolean inversePrecedence;
    private boolean skipIfLocked;

    @DataBoundConstructor
    public LockStep(String resource) {
        this.resource = resource;
    }

    public String getResource() {
        return resource;
    }

    @CheckForNull
    public String getVariable() {
        return variable;
    }

    /** Name of a variable that holds the resource's name in the block. */
    @DataBoundSetter
    public void setVariable(@CheckForNull String variable) {
        this.variable = variable;
    }

    public boolean isInversePrecedence() {
        return inversePrecedence;
    }

    /** True to come before those who wait already. */
    @DataBoundSetter
    public void setInversePrecedence(boolean inversePrecedence) {
        this.inversePrecedence = inversePrecedence;
    }

    public boolean isSkipIfLocked() {
        return skipIfLocked;
    }

    /** True to leave out the block, rather than wait. */
    @DataBoundSetter
    public void setSkipIfLocked(boolean skipIfLocked) {
        this.skipIfLocked = skipIfLocked;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new LockExecution(context, this);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("lock", "Lock shared resource", Run.class, TaskListener.class, FlowNode.class);
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
