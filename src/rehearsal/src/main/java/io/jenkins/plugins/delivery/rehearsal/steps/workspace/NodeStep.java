package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code node}: a workspace on this machine. */
@KnownAs("org.jenkinsci.plugins.workflow.support.steps.ExecutorStep")
public final class NodeStep extends Step {
    private final String label;

    @DataBoundConstructor
    public NodeStep(@CheckForNull String label) {
        this.label = label;
    }

    @CheckForNull
    public String getLabel() {
        return label;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new NodeExecution(context, label);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("node", "Allocate node");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getProvidedContext() {
            return Set.of(FilePath.class, Launcher.class, Computer.class, EnvVars.class);
        }
    }
}
