package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import hudson.console.ConsoleLogFilter;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Binds, runs the block, and removes what was bound. */
final class WithCredentialsExecution extends StepExecution {
    private static final long serialVersionUID = 1;

    private final ArrayList<CredentialBinding> bindings;

    WithCredentialsExecution(StepContext context, List<CredentialBinding> bindings) {
        super(context);
        this.bindings = new ArrayList<>(bindings);
    }

    @Override
    public boolean start() throws Exception {
        List<BoundVariable> variables = new ArrayList<>();
        try {
            for (CredentialBinding binding : bindings) {
                variables.addAll(binding.bind(getContext()));
            }
        } catch (Exception failed) {
            new TemporaryFiles(variables).delete();
            throw failed;
        }
        announce(variables);
        SecretMask mask =
                new SecretMask(variables.stream().map(BoundVariable::value).toList());
        getContext()
                .newBodyInvoker()
                .withContexts(
                        EnvironmentExpander.merge(
                                getContext().get(EnvironmentExpander.class), new SecretVariables(variables)),
                        BodyInvoker.mergeConsoleLogFilters(getContext().get(ConsoleLogFilter.class), mask))
                .withCallback(new TemporaryFiles(variables))
                .start();
        return false;
    }

    private void announce(List<BoundVariable> variables) throws IOException, InterruptedException {
        if (!variables.isEmpty()) {
            getContext()
                    .get(TaskListener.class)
                    .getLogger()
                    .println("Masking supported pattern matches of "
                            + variables.stream()
                                    .map(variable -> "$" + variable.name())
                                    .collect(Collectors.joining(" or ")));
        }
    }
}
