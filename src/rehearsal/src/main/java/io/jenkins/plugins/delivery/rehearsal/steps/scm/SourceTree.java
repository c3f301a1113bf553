package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import hudson.model.Run;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;

/** Where the files of a pipeline come from: what the variable {@code scm} holds. */
public sealed interface SourceTree extends Serializable permits GitSource, FolderSource {
    /**
     * Brings the files into a workspace and notes with the run which revision that is and what has changed.
     *
     * @return variables about the revision, such as {@code GIT_COMMIT}; empty if the files are under no version control
     */
    Map<String, String> checkout(Path workspace, Run<?, ?> run) throws IOException, InterruptedException;

    /** Variables that every part of a build has, such as {@code BRANCH_NAME}; empty outside of a multibranch project. */
    Map<String, String> environment();
}
