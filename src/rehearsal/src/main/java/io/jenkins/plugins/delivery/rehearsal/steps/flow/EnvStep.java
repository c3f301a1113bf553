package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.EnvVars;
import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BlockExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code withEnv}: environment variables for a block. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.EnvStep")
public final class EnvStep extends Step {
    private final List<String> overrides;

    @DataBoundConstructor
    public EnvStep(List<String> overrides) {
        for (String pair : overrides) {
            if (pair.indexOf('=') < 0) {
                throw new IllegalArgumentException(pair);
            }
        }
        this.overrides = new ArrayList<>(overrides);
    }

    public List<String> getOverrides() {
        return List.copyOf(overrides);
    }

    @Override
    public StepExecution start(StepContext context) {
        Overrides given = new Overrides(new ArrayList<>(overrides));
        return BlockExecution.of(
                context, (at, body) -> body.withContext(given).withCallback(BodyExecutionCallback.wrap(at)));
    }

    private static final class Overrides extends EnvironmentExpander {
        private static final long serialVersionUID = 1;
        private final ArrayList<String> pairs;

        Overrides(ArrayList<String> pairs) {
            this.pairs = pairs;
        }

        @Override
        public void expand(EnvVars environment) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            environment.overrideAll(values);
        }
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("withEnv", "Set environment variables");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
