package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** What is known of a step: its name in a Jenkinsfile, what it needs and what its body gets. */
public abstract class StepDescriptor extends Descriptor<Step> {
    public StepDescriptor() {}

    /** What the context must have. */
    public abstract Set<? extends Class<?>> getRequiredContext();

    /** What the context of the body has in addition. */
    public Set<? extends Class<?>> getProvidedContext() {
        return Set.of();
    }

    public abstract String getFunctionName();

    public boolean takesImplicitBlockArgument() {
        return false;
    }

    public boolean isAdvanced() {
        return false;
    }

    public boolean isMetaStep() {
        return false;
    }

    public Step newInstance(Map<String, Object> arguments) throws Exception {
        return DescribableModel.of(clazz).instantiate(arguments);
    }

    public UninstantiatedDescribable uninstantiate(Step step) throws UnsupportedOperationException {
        return DescribableModel.uninstantiate2_(step);
    }

    /** Which required object is missing, if any. */
    public final void checkContextAvailability(StepContext c)
            throws MissingContextVariableException, IOException, InterruptedException {
        for (Class<?> type : getRequiredContext()) {
            if (c.get(type) == null) {
                throw new MissingContextVariableException(type, this);
            }
        }
    }

    public static ExtensionList<StepDescriptor> all() {
        return ExtensionList.lookup(StepDescriptor.class);
    }

    /** Null when no step has this name. */
    public static StepDescriptor byFunctionName(String name) {
        for (StepDescriptor each : all()) {
            if (each.getFunctionName().equals(name)) {
                return each;
            }
        }
        return null;
    }

    public static Iterable<StepDescriptor> allMeta() {
        return all().stream().filter(StepDescriptor::isMetaStep).toList();
    }

    /** Says the arguments in a few words, or null when there is nothing to say. */
    public String argumentsToString(Map<String, Object> namedArgs) {
        if (namedArgs.size() != 1) {
            return null;
        }
        Object only = List.copyOf(namedArgs.values()).get(0);
        boolean plain = only instanceof CharSequence || only instanceof Number || only instanceof Boolean;
        return plain ? String.valueOf(only) : null;
    }
}
