package hudson.model;

import hudson.Extension;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A parameter with given choices, of which the first is the default. */
public class ChoiceParameterDefinition extends ParameterDefinition {
    public static final String CHOICES_DELIMITER = "\\r?\\n";

    private static final long serialVersionUID = 1;
    private List<String> choices = List.of();

    public ChoiceParameterDefinition(String name, String choices, String description) {
        super(name, description);
        setChoicesText(choices);
    }

    public ChoiceParameterDefinition(String name, String[] choices, String description) {
        super(name, description);
        this.choices = List.of(choices);
    }

    @DataBoundConstructor
    public ChoiceParameterDefinition(String name, String description) {
        super(name, description);
    }

    /** Accepts lines of text, or a list. */
    @DataBoundSetter
    public void setChoices(Object choices) {
        if (choices instanceof Collection<?> collection) {
            this.choices = collection.stream().map(String::valueOf).toList();
        } else if (choices instanceof Object[] array) {
            this.choices = Stream.of(array).map(String::valueOf).toList();
        } else if (choices instanceof CharSequence text) {
            setChoicesText(text.toString());
        } else {
            throw new IllegalArgumentException("expected String or List, but got " + choices);
        }
    }

    private void setChoicesText(String text) {
        choices = Arrays.stream(text.split(CHOICES_DELIMITER))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    public List<String> getChoices() {
        return choices;
    }

    public String getChoicesText() {
        return String.join("\n", choices);
    }

    @Override
    public StringParameterValue getDefaultParameterValue() {
        if (choices.isEmpty()) {
            return null;
        }
        return new StringParameterValue(getName(), choices.get(0), getDescription());
    }

    @Override
    public boolean isValid(ParameterValue value) {
        return choices.contains(String.valueOf(value.getValue()));
    }

    public StringParameterValue createValue(String value) {
        StringParameterValue made = new StringParameterValue(getName(), value, getDescription());
        if (!isValid(made)) {
            throw new IllegalArgumentException("Illegal choice for parameter " + getName() + ": " + value);
        }
        return made;
    }

    /** Symbol {@code choice}. */
    @Extension
    @Symbol({"choice", "choiceParam"})
    public static class DescriptorImpl extends ParameterDescriptor {
        public DescriptorImpl() {}

        @Override
        public String getDisplayName() {
            return "Choice Parameter";
        }
    }
}
