package io.jenkins.plugins.delivery.rehearsal.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code archiveArtifacts}: keeps files of the workspace with the run, in its folder {@code archive}. */
@KnownAs("hudson.tasks.ArtifactArchiver")
public final class ArchiveArtifactsStep extends Step {
    private final String artifacts;

    @CheckForNull
    private String excludes;

    private boolean allowEmptyArchive;
    private boolean onlyIfSuccessful;
    private boolean fingerprint;
    private boolean defaultExcludes = true;
    private boolean caseSensitive = true;
    private boolean followSymlinks = true;

    @DataBoundConstructor
    public ArchiveArtifactsStep(String artifacts) {
        this.artifacts = artifacts;
    }

    public String getArtifacts() {
        return artifacts;
    }

    @CheckForNull
    public String getExcludes() {
        return excludes;
    }

    @DataBoundSetter
    public void setExcludes(@CheckForNull String excludes) {
        this.excludes = excludes;
    }

    public boolean getAllowEmptyArchive() {
        return allowEmptyArchive;
    }

    @DataBoundSetter
    public void setAllowEmptyArchive(boolean allowEmptyArchive) {
        this.allowEmptyArchive = allowEmptyArchive;
    }

    public boolean isOnlyIfSuccessful() {
        return onlyIfSuccessful;
    }

    @DataBoundSetter
    public void setOnlyIfSuccessful(boolean onlyIfSuccessful) {
        this.onlyIfSuccessful = onlyIfSuccessful;
    }

    public boolean isFingerprint() {
        return fingerprint;
    }

    /** Accepted, and without effect: a rehearsal compares no artifacts across jobs. */
    @DataBoundSetter
    public void setFingerprint(boolean fingerprint) {
        this.fingerprint = fingerprint;
    }

    public boolean isDefaultExcludes() {
        return defaultExcludes;
    }

    @DataBoundSetter
    public void setDefaultExcludes(boolean defaultExcludes) {
        this.defaultExcludes = defaultExcludes;
    }

    public boolean isCaseSensitive() {
        return caseSensitive;
    }

    @DataBoundSetter
    public void setCaseSensitive(boolean caseSensitive) {
        this.caseSensitive = caseSensitive;
    }

    public boolean isFollowSymlinks() {
        return followSymlinks;
    }

    @DataBoundSetter
    public void setFollowSymlinks(boolean followSymlinks) {
        this.followSymlinks = followSymlinks;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(context, this::archive);
    }

    private void archive(StepContext running) throws Exception {
        FilePath folder = running.get(FilePath.class);
        if (folder == null) {
            throw new MissingContextVariableException(FilePath.class);
        }
        Run<?, ?> run = running.get(Run.class);
        TaskListener listener = running.get(TaskListener.class);
        listener.getLogger().println("Archiving artifacts");
        if (onlyIfSuccessful && run.getResult() != null && run.getResult().isWorseThan(Result.UNSTABLE)) {
            listener.getLogger().println("Skipped archiving because build is not successful");
            return;
        }
        Path workspace = Path.of(folder.getRemote());
        List<String> files =
                new FileSelection(artifacts, excludes, defaultExcludes, caseSensitive, followSymlinks).in(workspace);
        if (files.isEmpty()) {
            nothing(workspace, listener);
        } else {
            Stashes.copy(files, workspace, run.getArtifactsDir().toPath());
            if (fingerprint) {
                listener.getLogger().println("Recording fingerprints");
            }
        }
    }

    private void nothing(Path workspace, TaskListener listener) throws AbortException {
        listener.getLogger().println(MissedPattern.explain(workspace, artifacts));
        String message = "No artifacts found that match the file pattern \"" + artifacts + "\". Configuration error?";
        if (!allowEmptyArchive) {
            throw new AbortException(message);
        }
        listener.getLogger().println(message);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("archiveArtifacts", "Archive the artifacts", Run.class, TaskListener.class);
        }
    }
}
