package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code checkout}: the run's own source tree, or what the arguments describe if that is on this machine. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.scm.GenericSCMStep")
public final class CheckoutStep extends Step {
    private final Object scm;
    private boolean changelog = true;
    private boolean poll = true;

    @DataBoundConstructor
    public CheckoutStep(Object scm) {
        this.scm = scm;
    }

    public Object getScm() {
        return scm;
    }

    public boolean isChangelog() {
        return changelog;
    }

    @DataBoundSetter
    public void setChangelog(boolean changelog) {
        this.changelog = changelog;
    }

    public boolean isPoll() {
        return poll;
    }

    @DataBoundSetter
    public void setPoll(boolean poll) {
        this.poll = poll;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronous(
                context, running -> checkout(scm instanceof SourceTree tree ? tree : described(scm, running), running));
    }

    static Map<String, String> checkout(SourceTree tree, StepContext running) throws IOException, InterruptedException {
        Path workspace = Path.of(running.get(FilePath.class).getRemote());
        return new LinkedHashMap<>(tree.checkout(workspace, running.get(Run.class)));
    }

    private static SourceTree described(Object scm, StepContext running) throws IOException, InterruptedException {
        return DescribedSource.of(scm)
                .orElseThrow(() -> new AbortException("checkout needs a source: scm, or scmGit with branches and"
                        + " userRemoteConfigs, but got " + scm))
                .onThisMachine(running);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("checkout", "Check out from version control", FilePath.class, Run.class, TaskListener.class);
        }
    }
}
