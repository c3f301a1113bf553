package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.io.PrintStream;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code cleanWs}: empties the current folder. */
@KnownAs("hudson.plugins.ws_cleanup.WsCleanup")
public final class CleanWsStep extends Step {
    private boolean deleteDirs;
    private boolean notFailBuild;

    @DataBoundConstructor
    public CleanWsStep() {
        // everything is optional
    }

    public boolean isDeleteDirs() {
        return deleteDirs;
    }

    @DataBoundSetter
    public void setDeleteDirs(boolean on) {
        this.deleteDirs = on;
    }

    public boolean isNotFailBuild() {
        return notFailBuild;
    }

    @DataBoundSetter
    public void setNotFailBuild(boolean on) {
        this.notFailBuild = on;
    }

    @CheckForNull
    public Boolean getDisableDeferredWipeout() {
        return null;
    }

    /** Accepted, and without effect: the folder is emptied at once anyway. */
    @DataBoundSetter
    public void setDisableDeferredWipeout(@CheckForNull Boolean on) {
        // nothing is deferred
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlockingVoid(context, at -> {
            PrintStream out = at.get(TaskListener.class).getLogger();
            out.println("[WS-CLEANUP] Deleting project workspace...");
            out.println("[WS-CLEANUP] Deferred wipeout is used...");
            FilePath folder = at.get(FilePath.class);
            folder.deleteContents();
            out.println("[WS-CLEANUP] done");
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("cleanWs", "Delete workspace when build is done", FilePath.class, TaskListener.class);
        }
    }
}
