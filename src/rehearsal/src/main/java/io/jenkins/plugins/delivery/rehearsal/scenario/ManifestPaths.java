package io.jenkins.plugins.delivery.rehearsal.scenario;

import io.jenkins.plugins.delivery.jenkinsapi.AntPatterns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files of a workspace by Ant pattern. */
final class ManifestPaths {
    private ManifestPaths() {}

    static List<Path> find(Path workspace, String pattern) throws IOException {
        List<Path> files = AntPatterns.of(pattern, null, true).find(workspace).stream()
                .map(workspace::resolve)
                .toList();
        if (files.isEmpty()) {
            throw new IOException("applications.previous.manifests '" + pattern + "' matches no file in " + workspace);
        }
        return files;
    }
}
