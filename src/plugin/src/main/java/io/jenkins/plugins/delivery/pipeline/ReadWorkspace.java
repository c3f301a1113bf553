package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.engine.pipeline.ProjectVersion;
import io.jenkins.plugins.delivery.engine.pipeline.Workspace;
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.MasterToSlaveFileCallable;

/** Looks on the agent what the root of a workspace holds. */
final class ReadWorkspace extends MasterToSlaveFileCallable<ReadWorkspace.Found> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_FILES = 2000;
    private static final int MOST_MANIFESTS = 200;
    private static final int LARGEST = 1 << 20;

    private final String manifests;

    /**
     * What was found, as it goes over the wire.
     *
     * @param files names at the root
     * @param manifests their texts
     * @param version of the project, or null
     */
    record Found(
            ArrayList<String> files,
            ArrayList<String> manifests,
            @CheckForNull String version) implements Serializable {
        private static final long serialVersionUID = 1L;

        Workspace workspace() {
            return new Workspace(new HashSet<>(files), manifests, Optional.ofNullable(version));
        }
    }

    ReadWorkspace(@CheckForNull String manifests) {
        this.manifests = manifests;
    }

    @Override
    public Found invoke(File folder, VirtualChannel channel) throws IOException, InterruptedException {
        if (!folder.isDirectory()) {
            // An agent makes the folder when somebody first writes into it.
            return new Found(new ArrayList<>(), new ArrayList<>(), null);
        }
        ArrayList<String> files = new ArrayList<>();
        try (Stream<Path> list = Files.list(folder.toPath())) {
            list.limit(MOST_FILES).forEach(file -> files.add(file.getFileName().toString()));
        }
        WorkspaceFiles workspace = new WorkspaceFiles(folder);
        return new Found(files, manifests(workspace), version(workspace, files));
    }

    private ArrayList<String> manifests(WorkspaceFiles workspace) throws IOException, InterruptedException {
        ArrayList<String> texts = new ArrayList<>();
        if (manifests != null) {
            for (Path file : workspace.matching("manifests", manifests, true).values()) {
                if (texts.size() < MOST_MANIFESTS) {
                    texts.add(text(file));
                }
            }
        }
        return texts;
    }

    @CheckForNull
    private static String version(WorkspaceFiles workspace, List<String> files) throws IOException {
        for (String name : ProjectVersion.FILES) {
            if (files.contains(name)) {
                Optional<String> version = ProjectVersion.of(name, text(workspace.file("version", name)));
                if (version.isPresent()) {
                    return version.get();
                }
            }
        }
        return null;
    }

    /** The beginning of what is larger: whoever uses the file will say that it is too large. */
    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }
}
