package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is needed to run an image.
 *
 * @param digest of its manifest
 * @param layers compressed or plain tars, lowest first
 * @param command entrypoint
 * @param arguments used unless the pod says others
 */
public record Image(
        String repository,
        String digest,
        List<Layer> layers,
        List<String> command,
        List<String> arguments,
        Map<String, String> environment,
        String workingDirectory) {
    /** The same, with further variables. */
    Image with(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(variables);
        return new Image(repository, digest, layers, command, arguments, all, workingDirectory);
    }

    /** A layer by its digest, and where its tar is. */
    record Layer(String digest, Path file) {}
}
