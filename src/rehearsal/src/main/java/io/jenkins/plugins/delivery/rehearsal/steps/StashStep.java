package io.jenkins.plugins.delivery.rehearsal.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code stash}: keeps files of the workspace for later stages of the same run. */
@KnownAs("org.jenkinsci.plugins.workflow.support.steps.stash.StashStep")
public final class StashStep extends Step {
    private final String name;

    @CheckForNull
    private String includes;

    @CheckForNull
    private String excludes;

    private boolean useDefaultExcludes = true;
    private boolean allowEmpty;

    @DataBoundConstructor
    public StashStep(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    @CheckForNull
    public String getIncludes() {
        return includes;
    }

    @DataBoundSetter
    public void setIncludes(@CheckForNull String includes) {
        this.includes = includes;
    }

    @CheckForNull
    public String getExcludes() {
        return excludes;
    }

    @DataBoundSetter
    public void setExcludes(@CheckForNull String excludes) {
        this.excludes = excludes;
    }

    public boolean isUseDefaultExcludes() {
        return useDefaultExcludes;
    }

    @DataBoundSetter
    public void setUseDefaultExcludes(boolean useDefaultExcludes) {
        this.useDefaultExcludes = useDefaultExcludes;
    }

    public boolean isAllowEmpty() {
        return allowEmpty;
    }

    @DataBoundSetter
    public void setAllowEmpty(boolean allowEmpty) {
        this.allowEmpty = allowEmpty;
    }

    @Override
    public StepExecution start(StepContext context) {
        FileSelection selection = new FileSelection(includes, excludes, useDefaultExcludes, true, true);
        return StepExecutions.synchronousVoid(context, running -> {
            Path workspace = Path.of(running.get(FilePath.class).getRemote());
            int count = new Stashes(running.get(Run.class)).stash(name, workspace, selection, allowEmpty);
            running.get(TaskListener.class).getLogger().println("Stashed " + count + " file(s)");
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super(
                    "stash",
                    "Stash some files to be used later in the build",
                    Run.class,
                    FilePath.class,
                    TaskListener.class);
        }
    }
}
