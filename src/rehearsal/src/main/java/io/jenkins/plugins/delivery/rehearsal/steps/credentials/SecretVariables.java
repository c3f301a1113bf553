package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import hudson.EnvVars;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Puts the variables of a block into its environment. */
final class SecretVariables extends EnvironmentExpander {
    private static final long serialVersionUID = 1;

    private final ArrayList<BoundVariable> variables;

    SecretVariables(List<BoundVariable> variables) {
        this.variables = new ArrayList<>(variables);
    }

    @Override
    public void expand(EnvVars environment) {
        variables.forEach(variable ->
                environment.override(variable.name(), variable.value().getPlainText()));
    }

    @Override
    public Set<String> getSensitiveVariables() {
        Set<String> names = new LinkedHashSet<>();
        variables.forEach(variable -> names.add(variable.name()));
        return names;
    }
}
