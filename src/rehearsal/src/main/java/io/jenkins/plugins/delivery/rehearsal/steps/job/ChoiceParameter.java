package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** One of several texts; the first is the default. */
@KnownAs("hudson.model.ChoiceParameterDefinition")
public final class ChoiceParameter extends DeclaredParameter {
    private static final long serialVersionUID = 1;

    private List<String> choices = new ArrayList<>();

    @DataBoundConstructor
    public ChoiceParameter(String name) {
        super(name);
    }

    public List<String> getChoices() {
        return List.copyOf(choices);
    }

    /** Takes a list, or one text with a choice in each line. */
    @DataBoundSetter
    public void setChoices(Object choices) {
        Collection<?> all = choices instanceof Collection<?> list
                ? list
                : List.of(text(choices).split("\\r?\\n"));
        this.choices = new ArrayList<>(all.stream().map(Object::toString).toList());
    }

    @Override
    public StringParameterValue getDefaultParameterValue() {
        return new StringParameterValue(getName(), choices.isEmpty() ? "" : choices.get(0), getDescription());
    }

    @Override
    public StringParameterValue valueOf(Object given) {
        if (!choices.contains(text(given))) {
            throw new IllegalArgumentException(
                    "Illegal choice for parameter " + getName() + ": " + given + "; choices are " + choices);
        }
        return new StringParameterValue(getName(), text(given), getDescription());
    }

    /** Registers the parameter. */
    @Extension
    @Symbol({"choice", "choiceParam"})
    public static final class DescriptorImpl extends DeclaredDescriptor {
        public DescriptorImpl() {
            super("Choice Parameter");
        }
    }
}
