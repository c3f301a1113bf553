package io.jenkins.plugins.delivery.steps.rollout;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/** Reads the manifests of a release where they are: on the agent. */
final class ReadManifests extends MasterToSlaveFileCallable<LinkedHashMap<String, String>> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_FILES = 500;
    private static final long LARGEST = 3L * 1024 * 1024;

    private final String patterns;

    ReadManifests(String patterns) {
        this.patterns = patterns;
    }

    @Override
    public LinkedHashMap<String, String> invoke(File workspace, VirtualChannel channel)
            throws IOException, InterruptedException {
        Map<String, Path> files = new WorkspaceFiles(workspace).matching("manifests", patterns, false);
        if (files.size() > MOST_FILES) {
            throw new hudson.AbortException("manifests: '" + patterns + "' matches " + files.size() + " files, at most "
                    + MOST_FILES + " are read; name them more exactly");
        }
        LinkedHashMap<String, String> texts = new LinkedHashMap<>();
        long left = LARGEST;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            left -= Files.size(file.getValue());
            if (left < 0) {
                throw new hudson.AbortException("manifests: the files are larger than 3 MiB together");
            }
            texts.put(file.getKey(), Files.readString(file.getValue()));
        }
        return texts;
    }
}
