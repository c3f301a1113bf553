package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import jenkins.model.ArtifactManager;
import jenkins.util.VirtualFile;
import org.apache.commons.io.FileUtils;

/** Artifacts kept in the {@code archive} directory of a run. */
public final class LocalArtifacts extends ArtifactManager {
    private Run<?, ?> run;

    public LocalArtifacts(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public void onLoad(Run<?, ?> build) {
        run = build;
    }

    /** Copies {@code artifacts}, whose keys are names in the archive and whose values are paths in the workspace. */
    @Override
    public void archive(FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
            throws IOException, InterruptedException {
        FilePath archive = new FilePath(run.getArtifactsDir());
        for (Map.Entry<String, String> each : artifacts.entrySet()) {
            FilePath target = archive.child(each.getKey());
            if (!inside(new File(target.getRemote()))) {
                throw new IOException("The artifact " + each.getKey() + " would leave the archive");
            }
            target.getParent().mkdirs();
            workspace.child(each.getValue()).copyTo(target);
        }
    }

    private boolean inside(File file) throws IOException {
        return file.getCanonicalFile()
                .toPath()
                .startsWith(run.getArtifactsDir().getCanonicalFile().toPath());
    }

    @Override
    public boolean delete() throws IOException, InterruptedException {
        boolean present = run.getArtifactsDir().exists();
        FileUtils.deleteDirectory(run.getArtifactsDir());
        return present;
    }

    @Override
    public VirtualFile root() {
        return VirtualFile.forFile(run.getArtifactsDir());
    }
}
