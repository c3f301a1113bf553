package io.jenkins.plugins.delivery.rehearsal.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.ParameterDefinition;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code input}: asks a person, and waits as long as it takes. */
@KnownAs("org.jenkinsci.plugins.workflow.support.steps.input.InputStep")
public final class InputStep extends Step implements Serializable {
    private static final long serialVersionUID = 1;

    private final String message;

    @CheckForNull
    private String id;

    private String ok = "Proceed";

    private String cancel = "Abort";

    @CheckForNull
    private String submitter;

    @CheckForNull
    private String submitterParameter;

    private ArrayList<ParameterDefinition> parameters = new ArrayList<>();

    @DataBoundConstructor
    public InputStep(String message) {
        this.message = message == null || message.isBlank()
                ? "Pipeline has paused and needs your input before proceeding"
                : message;
    }

    public String getMessage() {
        return message;
    }

    @CheckForNull
    public String getId() {
        return id;
    }

    @DataBoundSetter
    public void setId(@CheckForNull String id) {
        this.id = id == null || id.isEmpty() ? null : Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    public String getOk() {
        return ok;
    }

    @DataBoundSetter
    public void setOk(@CheckForNull String ok) {
        this.ok = ok == null || ok.isBlank() ? "Proceed" : ok;
    }

    public String getCancel() {
        return cancel;
    }

    @DataBoundSetter
    public void setCancel(@CheckForNull String cancel) {
        this.cancel = cancel == null || cancel.isBlank() ? "Abort" : cancel;
    }

    @CheckForNull
    public String getSubmitter() {
        return submitter;
    }

    /** Ids of users and names of groups, comma separated; anybody who may build if empty. */
    @DataBoundSetter
    public void setSubmitter(@CheckForNull String submitter) {
        this.submitter = submitter == null || submitter.isBlank() ? null : submitter;
    }

    @CheckForNull
    public String getSubmitterParameter() {
        return submitterParameter;
    }

    @DataBoundSetter
    public void setSubmitterParameter(@CheckForNull String submitterParameter) {
        this.submitterParameter =
                submitterParameter == null || submitterParameter.isBlank() ? null : submitterParameter;
    }

    public List<ParameterDefinition> getParameters() {
        return List.copyOf(parameters);
    }

    @DataBoundSetter
    public void setParameters(@CheckForNull List<ParameterDefinition> parameters) {
        this.parameters = parameters == null ? new ArrayList<>() : new ArrayList<>(parameters);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new InputExecution(context, this);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "input";
        }

        @Override
        public String getDisplayName() {
            return "Wait for interactive input";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
