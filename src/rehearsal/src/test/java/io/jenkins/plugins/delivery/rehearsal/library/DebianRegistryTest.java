package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The registry that Debian has, and Skopeo's push: nothing here was written for the test. */
@Timeout(120)
class DebianRegistryTest {
    @TempDir
    Path folder;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process registry(int port) throws IOException {
        Path settings =
                Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: '127.0.0.1:%d'}
                """.formatted(folder.resolve("registry"), port));
        return new ProcessBuilder("docker-registry", "serve", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
    }

    @Test
    void whatSkopeoPushesIsPublishedOnceAndKnownByItsDigest() throws Exception {
        assumeTrue(Programs.has("docker-registry"), "Skipped: there is no docker-registry on the PATH to push to");
        assumeTrue(Programs.has("skopeo"), "Skipped: there is no skopeo on the PATH to push with");
        assumeTrue(Programs.has("curl"), "Skipped: there is no curl on the PATH to ask the registry with");
        int port = freePort();
        Process registry = registry(port);
        try {
            PipelineOutcome outcome = new Rehearsed(folder).run("""
                    node {
                      sh '''mkdir -p .delivery
                        echo one > app.txt
                        tar -cf layer.tar app.txt
                        printf '{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:%%s"]}}' \\\\
                          "$(sha256sum layer.tar | cut -c 1-64)" > config.json
                        echo '[{"Config": "config.json", "RepoTags": null, "Layers": ["layer.tar"]}]' > manifest.json
                        tar -cf .delivery/image.tar manifest.json config.json layer.tar
                        curl --silent --show-error --retry 30 --retry-connrefused --retry-delay 1 http://127.0.0.1:%1$d/v2/'''
                      def built = [image: '127.0.0.1:%1$d/shop', version: '1.5.0', tags: ['1.5.0', 'sha-1'], tool: 'kaniko', archive: '.delivery/image.tar']
                      def published = publishArtifact image: built, insecure: true
                      echo "published ${published.reference}"
                      publishArtifact image: built + [digest: published.digest], insecure: true
                      publishArtifact image: built + [digest: 'sha256:' + '0' * 64], insecure: true
                    }
                    """.formatted(port));
            assertThat(outcome.text())
                    .containsPattern("published 127.0.0.1:" + port + "/shop@sha256:[0-9a-f]{64}")
                    .contains("/shop:1.5.0 is published already, with the same digest sha256:");
            assertThat(outcome.error())
                    .contains("/shop:1.5.0 exists already, with digest sha256:")
                    .contains("and what was built is sha256:000000", "Nothing was pushed");
            assertThat(folder.resolve("registry/docker/registry/v2/repositories/shop/_manifests/tags"))
                    .isDirectoryContaining("glob:**sha-1");
        } finally {
            registry.destroy();
            registry.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
