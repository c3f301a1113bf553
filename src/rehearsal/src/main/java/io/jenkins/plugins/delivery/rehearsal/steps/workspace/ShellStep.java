package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code sh}: runs a shell script that outlives its controller. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.durable_task.ShellStep")
public final class ShellStep extends Step {
    private final String script;
    private boolean returnStdout;
    private boolean returnStatus;
    private String encoding;
    private String label;

    @DataBoundConstructor
    public ShellStep(String script) {
        if (script == null) {
            throw new IllegalArgumentException("A script is required");
        }
        this.script = script;
    }

    public String getScript() {
        return script;
    }

    public boolean isReturnStdout() {
        return returnStdout;
    }

    @DataBoundSetter
    public void setReturnStdout(boolean on) {
        this.returnStdout = on;
    }

    public boolean isReturnStatus() {
        return returnStatus;
    }

    @DataBoundSetter
    public void setReturnStatus(boolean on) {
        this.returnStatus = on;
    }

    @CheckForNull
    public String getEncoding() {
        return encoding;
    }

    @DataBoundSetter
    public void setEncoding(@CheckForNull String encoding) {
        this.encoding = encoding;
    }

    @CheckForNull
    public String getLabel() {
        return label;
    }

    @DataBoundSetter
    public void setLabel(@CheckForNull String label) {
        this.label = label;
    }

    @Override
    public StepExecution start(StepContext context) {
        if (returnStdout && returnStatus) {
            throw new IllegalArgumentException("You may not specify both returnStdout and returnStatus.");
        }
        return new ShellExecution(context, script, returnStdout, returnStatus);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("sh", "Shell Script", FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);
        }
    }
}
