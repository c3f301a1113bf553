package io.jenkins.plugins.delivery.rehearsal.steps.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code build}: starts a build of another job. */
@KnownAs("org.jenkinsci.plugins.workflow.support.steps.build.BuildTriggerStep")
public final class BuildStep extends Step {
    private final String job;
    private List<Object> parameters = List.of();
    private boolean wait = true;
    private boolean propagate = true;

    @CheckForNull
    private Integer quietPeriod;

    @DataBoundConstructor
    public BuildStep(String job) {
        this.job = job;
    }

    public String getJob() {
        return job;
    }

    public List<Object> getParameters() {
        return List.copyOf(parameters);
    }

    /** Values by name: {@code string(name: 'A', value: 'x')}. */
    @DataBoundSetter
    public void setParameters(List<Object> parameters) {
        this.parameters = new ArrayList<>(parameters);
    }

    public boolean isWait() {
        return wait;
    }

    @DataBoundSetter
    public void setWait(boolean wait) {
        this.wait = wait;
    }

    public boolean isPropagate() {
        return propagate;
    }

    /** True if a failure of the other build is one of this build. */
    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }

    @CheckForNull
    public Integer getQuietPeriod() {
        return quietPeriod;
    }

    @DataBoundSetter
    public void setQuietPeriod(@CheckForNull Integer quietPeriod) {
        this.quietPeriod = quietPeriod;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new BuildExecution(context, job, BuildParameters.of(parameters), wait, propagate);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("build", "Build a job", Run.class, TaskListener.class);
        }
    }
}
