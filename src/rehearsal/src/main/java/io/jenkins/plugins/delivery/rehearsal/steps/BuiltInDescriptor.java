package io.jenkins.plugins.delivery.rehearsal.steps;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Descriptor of a step that the rehearsal brings itself. */
public abstract class BuiltInDescriptor extends StepDescriptor {
    private final String function;
    private final String display;
    private final Set<Class<?>> required;

    protected BuiltInDescriptor(String function, String display, Class<?>... required) {
        this.function = function;
        this.display = display;
        this.required = new LinkedHashSet<>(List.of(required));
    }

    @Override
    public final String getFunctionName() {
        return function;
    }

    @Override
    public final String getDisplayName() {
        return display;
    }

    @Override
    public final Set<? extends Class<?>> getRequiredContext() {
        return required;
    }
}
