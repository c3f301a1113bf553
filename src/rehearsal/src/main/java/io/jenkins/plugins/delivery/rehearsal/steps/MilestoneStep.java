package io.jenkins.plugins.delivery.rehearsal.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code milestone}: builds pass it in the order in which they started; an older one that comes later ends. */
@KnownAs("org.jenkinsci.plugins.pipeline.milestone.MilestoneStep")
public final class MilestoneStep extends Step {
    @CheckForNull
    private final Integer ordinal;

    @CheckForNull
    private String label;

    private boolean unsafe;

    @DataBoundConstructor
    public MilestoneStep(@CheckForNull Integer ordinal) {
        this.ordinal = ordinal;
    }

    @CheckForNull
    public Integer getOrdinal() {
        return ordinal;
    }

    @CheckForNull
    public String getLabel() {
        return label;
    }

    @DataBoundSetter
    public void setLabel(@CheckForNull String label) {
        this.label = label;
    }

    public boolean isUnsafe() {
        return unsafe;
    }

    @DataBoundSetter
    public void setUnsafe(boolean unsafe) {
        this.unsafe = unsafe;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(context, running -> {
            Run<?, ?> run = running.get(Run.class);
            int passed = Milestones.of(run).next(ordinal);
            running.get(TaskListener.class).getLogger().println("Trying to pass milestone " + passed);
            Milestones.of(run).pass(passed, run);
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super(
                    "milestone",
                    "The milestone step forces all builds to go through in order",
                    Run.class,
                    TaskListener.class);
        }
    }
}
