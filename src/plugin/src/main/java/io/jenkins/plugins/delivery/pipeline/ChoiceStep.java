package io.jenkins.plugins.delivery.pipeline;

import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code deliveryChoice}: one of several known words, or an error that says which one was probably meant. */
public final class ChoiceStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;

    private final String owner;
    private final String value;
    private String what = "setting";
    private ArrayList<String> known = new ArrayList<>();

    @DataBoundConstructor
    public ChoiceStep(String owner, String value) {
        this.owner = Util.fixNull(owner).strip();
        this.value = Util.fixNull(value).strip();
    }

    public String getOwner() {
        return owner;
    }

    public String getValue() {
        return value;
    }

    /** What the words are, in the singular. */
    public String getWhat() {
        return what;
    }

    @DataBoundSetter
    public void setWhat(String what) {
        this.what = Util.fixNull(what).strip();
    }

    public List<String> getKnown() {
        return List.copyOf(known);
    }

    @DataBoundSetter
    public void setKnown(List<String> known) {
        this.known = Texts.of(known);
    }

    @Override
    Object answer(StepContext context) {
        return Choices.pick(owner, what, value, known.stream().sorted().toList());
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryChoice";
        }

        @Override
        public String getDisplayName() {
            return Messages.ChoiceStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of();
        }
    }
}
