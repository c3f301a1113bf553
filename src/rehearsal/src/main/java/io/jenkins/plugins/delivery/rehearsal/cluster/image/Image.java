package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import java.nio.file.Path;
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
    /** A layer by its digest, and where its tar is. */
    record Layer(String digest, Path file) {}
}
