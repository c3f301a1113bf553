package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import groovy.lang.Closure;
import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** {@code parallel}: runs blocks side by side. */
@KnownAs("org.jenkinsci.plugins.workflow.cps.steps.ParallelStep")
public final class ParallelStep extends Step {
    private static final String FAIL_FAST = "failFast";
    private final LinkedHashMap<String, Closure<?>> branches;
    private final boolean failFast;

    ParallelStep(LinkedHashMap<String, Closure<?>> branches, boolean failFast) {
        this.branches = branches;
        this.failFast = failFast;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new ParallelExecution(context, branches, failFast);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("parallel", "Execute in parallel");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Step newInstance(Map<String, Object> arguments) {
            LinkedHashMap<String, Closure<?>> branches = new LinkedHashMap<>();
            boolean failFast = false;
            for (Map.Entry<String, Object> argument : arguments.entrySet()) {
                if (argument.getKey().equals(FAIL_FAST) && argument.getValue() instanceof Boolean on) {
                    failFast = on;
                } else if (argument.getValue() instanceof Closure<?> branch) {
                    branches.put(argument.getKey(), branch);
                } else {
                    throw new IllegalArgumentException("Expected a closure or failFast but found " + argument.getKey()
                            + "=" + argument.getValue());
                }
            }
            return new ParallelStep(branches, failFast);
        }
    }
}
