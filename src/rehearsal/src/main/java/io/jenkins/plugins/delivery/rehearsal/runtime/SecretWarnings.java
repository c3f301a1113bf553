package io.jenkins.plugins.delivery.rehearsal.runtime;

import groovy.lang.GString;
import hudson.EnvVars;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Warns when Groovy puts a secret into the text of an argument, instead of leaving that to the shell. */
final class SecretWarnings {
    private final PipelineStepContext context;

    SecretWarnings(PipelineStepContext context) {
        this.context = context;
    }

    void check(String step, StepArguments arguments) throws IOException, InterruptedException {
        ProgramThread thread = context.thread();
        if (arguments.interpolated().isEmpty() || thread == null) {
            return;
        }
        Set<String> sensitive = new HashSet<>();
        for (EnvironmentExpander expander : thread.contextVariables.all(EnvironmentExpander.class)) {
            sensitive.addAll(expander.getSensitiveVariables());
        }
        sensitive.addAll(secretParameters());
        if (sensitive.isEmpty()) {
            return;
        }
        EnvVars environment = context.get(EnvVars.class);
        // Jenkins names them in the order of a hash set.
        Set<String> used = new HashSet<>();
        for (String name : sensitive) {
            String secret = environment.get(name);
            if (secret != null
                    && !secret.isEmpty()
                    && arguments.interpolated().stream().anyMatch(text -> contains(text, secret))) {
                used.add(name);
            }
        }
        if (!used.isEmpty()) {
            PrintStream out = context.get(TaskListener.class).getLogger();
            out.println("Warning: A secret was passed to \"" + step
                    + "\" using Groovy String interpolation, which is insecure.");
            out.println("\t\t Affected argument(s) used the following variable(s): " + used);
            out.println("\t\t See https://jenkins.io/redirect/groovy-string-interpolation for details.");
        }
    }

    private Set<String> secretParameters() throws IOException, InterruptedException {
        ParametersAction given = context.get(Run.class).getAction(ParametersAction.class);
        Set<String> names = new HashSet<>();
        if (given != null) {
            given.getParameters().stream()
                    .filter(ParameterValue::isSensitive)
                    .forEach(value -> names.add(value.getName()));
        }
        return names;
    }

    private static boolean contains(GString text, String secret) {
        for (Object value : text.getValues()) {
            if (value != null && value.toString().contains(secret)) {
                return true;
            }
        }
        return false;
    }
}
