package io.jenkins.plugins.delivery.steps.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.Approver;
import io.jenkins.plugins.delivery.config.StepForms;
import io.jenkins.plugins.delivery.engine.approval.ApprovalPolicy;
import io.jenkins.plugins.delivery.engine.approval.Approvers;
import io.jenkins.plugins.delivery.engine.approval.OnTimeout;
import io.jenkins.plugins.delivery.engine.approval.ReasonRule;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.steps.DeliveryStep;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code approvalGate}: asks people whether the pipeline shall go on, and records who said what. */
public final class ApprovalGateStep extends DeliveryStep {
    private static final long serialVersionUID = 1L;

    private String environment;
    private String message;
    private ArrayList<Approver> approvers = new ArrayList<>();
    private int quorum = 1;
    private boolean selfApproval;
    private String timeout = "24h";
    private OnTimeout onTimeout = OnTimeout.REJECT;
    private ReasonRule reason = ReasonRule.OPTIONAL;
    private String ticket;
    private ArrayList<String> evidence = new ArrayList<>();
    private String window;
    private String artifact;
    private String reminder;

    @DataBoundConstructor
    public ApprovalGateStep() {
        // everything has a default
    }

    @CheckForNull
    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Util.fixEmptyAndTrim(environment);
    }

    @CheckForNull
    public String getMessage() {
        return message;
    }

    @DataBoundSetter
    public void setMessage(String message) {
        this.message = Util.fixEmptyAndTrim(message);
    }

    public List<Approver> getApprovers() {
        return approvers;
    }

    @DataBoundSetter
    public void setApprovers(List<Approver> approvers) {
        this.approvers = new ArrayList<>(Util.fixNull(approvers));
    }

    public int getQuorum() {
        return quorum;
    }

    @DataBoundSetter
    public void setQuorum(int quorum) {
        this.quorum = quorum;
    }

    public boolean isSelfApproval() {
        return selfApproval;
    }

    @DataBoundSetter
    public void setSelfApproval(boolean selfApproval) {
        this.selfApproval = selfApproval;
    }

    public String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(String timeout) {
        this.timeout = timeout;
    }

    public OnTimeout getOnTimeout() {
        return onTimeout;
    }

    @DataBoundSetter
    public void setOnTimeout(OnTimeout onTimeout) {
        this.onTimeout = onTimeout;
    }

    public ReasonRule getReason() {
        return reason;
    }

    @DataBoundSetter
    public void setReason(ReasonRule reason) {
        this.reason = reason;
    }

    @CheckForNull
    public String getTicket() {
        return ticket;
    }

    @DataBoundSetter
    public void setTicket(String ticket) {
        this.ticket = Util.fixEmptyAndTrim(ticket);
    }

    public List<String> getEvidence() {
        return evidence;
    }

    @DataBoundSetter
    public void setEvidence(List<String> evidence) {
        this.evidence = new ArrayList<>();
        for (String names : Util.fixNull(evidence)) {
            for (String name : names.split("[\\s,]+", -1)) {
                if (!name.isEmpty()) {
                    this.evidence.add(name);
                }
            }
        }
    }

    /** For the form. */
    public String getEvidenceText() {
        return String.join(", ", evidence);
    }

    @CheckForNull
    public String getWindow() {
        return window;
    }

    @DataBoundSetter
    public void setWindow(String window) {
        this.window = Util.fixEmptyAndTrim(window);
    }

    /** What is approved: an image with its digest. The approval is good for this one alone. */
    @CheckForNull
    public String getArtifact() {
        return artifact;
    }

    @DataBoundSetter
    public void setArtifact(String artifact) {
        this.artifact = Util.fixEmptyAndTrim(artifact);
    }

    /** How often those who are asked are reminded; null for never. */
    @CheckForNull
    public String getReminder() {
        return reminder;
    }

    @DataBoundSetter
    public void setReminder(String reminder) {
        this.reminder = Util.fixEmptyAndTrim(reminder);
    }

    @Override
    protected StepExecution execution(StepContext context) {
        plan();
        return new ApprovalGateExecution(context, this);
    }

    /** Checks all arguments before anybody is asked anything. */
    ApprovalGatePlan plan() {
        return ApprovalGatePlan.of(this);
    }

    /** What the Jenkinsfile itself demands. */
    ApprovalPolicy policy() {
        List<Approvers> demands = approvers.isEmpty()
                ? List.of()
                : List.of(new Approvers(approvers.stream().map(Approver::toRule).toList()));
        return new ApprovalPolicy(demands, quorum, selfApproval, reason, ticket == null ? List.of() : List.of(ticket));
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "approvalGate";
        }

        @Override
        public String getDisplayName() {
            return Messages.ApprovalGateStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            if (!StepForms.mayConfigure(item)) {
                return FormValidation.ok();
            }
            try {
                Durations.parse("timeout", value);
                return FormValidation.ok();
            } catch (ArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        @POST
        public FormValidation doCheckQuorum(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.mayConfigure(item) ? FormValidation.validatePositiveInteger(value) : FormValidation.ok();
        }

        @POST
        public ListBoxModel doFillEnvironmentItems(@AncestorInPath Item item, @QueryParameter String environment) {
            return StepForms.environments(item, environment, true);
        }
    }
}
