package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

public abstract class StepDescriptor extends Descriptor<Step> {
    public StepDescriptor() {}

    public abstract Set<? extends Class<?>> getRequiredContext();

    public Set<? extends Class<?>> getProvidedContext() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract String getFunctionName();

    public boolean takesImplicitBlockArgument() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isAdvanced() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isMetaStep() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Class<?> getMetaStepArgumentType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Step newInstance(Map<String, Object> map) throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<String, Object> defineArguments(Step step) throws UnsupportedOperationException {
        throw new UnsupportedOperationException("unwritten");
    }

    public UninstantiatedDescribable uninstantiate(Step step) throws UnsupportedOperationException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final void checkContextAvailability(StepContext stepContext)
            throws MissingContextVariableException, IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ExtensionList<StepDescriptor> all() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Iterable<StepDescriptor> allMeta() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static StepDescriptor byFunctionName(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static List<StepDescriptor> metaStepsOf(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String argumentsToString(Map<String, Object> map) {
        throw new UnsupportedOperationException("unwritten");
    }
}
