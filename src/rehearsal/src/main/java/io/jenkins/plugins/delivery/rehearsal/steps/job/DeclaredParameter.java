package io.jenkins.plugins.delivery.rehearsal.steps.job;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.ChoiceParameterDefinition;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;

/** A parameter as a pipeline defines it, for its job or for an input. */
public abstract class DeclaredParameter extends ParameterDefinition {
    private static final long serialVersionUID = 1;

    DeclaredParameter(String name) {
        super(name);
    }

    /**
     * The value that somebody gave, as a form or an API would bring it.
     *
     * @param given text, or what the parameter itself would have made of it
     * @throws IllegalArgumentException if the parameter does not take this value
     */
    public abstract ParameterValue valueOf(@CheckForNull Object given);

    /** The value of any parameter, one of Jenkins's own kinds too. */
    public static ParameterValue valueOf(ParameterDefinition parameter, @CheckForNull Object given) {
        if (parameter instanceof DeclaredParameter declared) {
            return declared.valueOf(given);
        }
        return parameter instanceof ChoiceParameterDefinition choice
                ? choice.createValue(text(given))
                : parameter.getDefaultParameterValue();
    }

    static String text(@CheckForNull Object given) {
        return given == null ? "" : given.toString();
    }

    /** Base of the kinds of parameters. */
    abstract static class DeclaredDescriptor extends ParameterDescriptor {
        private final String display;

        DeclaredDescriptor(String display) {
            this.display = display;
        }

        @Override
        public final String getDisplayName() {
            return display;
        }
    }
}
