package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BlockExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code stage}: names a part of the pipeline. */
@KnownAs("org.jenkinsci.plugins.workflow.support.steps.StageStep")
public final class StageStep extends Step {
    private final String name;

    @DataBoundConstructor
    public StageStep(String name) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("A stage needs a name");
        }
        this.name = name;
    }

    public String getName() {
        return name;
    }

    @DataBoundSetter
    public void setConcurrency(@CheckForNull Integer limit) {
        // limits of stages have no effect on a machine with one build
    }

    @CheckForNull
    public Integer getConcurrency() {
        return null;
    }

    @Override
    public StepExecution start(StepContext context) {
        String stage = name;
        return BlockExecution.of(
                context, (at, body) -> body.withContext(EnvironmentExpander.constant(Map.of("STAGE_NAME", stage)))
                        .withDisplayName(stage)
                        .withCallback(BodyExecutionCallback.wrap(at)));
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("stage", "Stage");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
