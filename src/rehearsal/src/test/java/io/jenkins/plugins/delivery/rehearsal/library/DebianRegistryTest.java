package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The registry that Debian has, and Skopeo's push: nothing here was written for the test. */
@Timeout(120)
class DebianRegistryTest {
    @TempDir
    Path folder;

    @Test
    void whatSkopeoPushesIsPublishedOnceAndKnownByItsDigest() throws Exception {
        assumeTrue(Programs.has("docker-registry"), "Skipped: there is no docker-registry on the PATH to push to");
        assumeTrue(Programs.has("skopeo"), "Skipped: there is no skopeo on the PATH to push with");
        assumeTrue(Programs.has("curl"), "Skipped: there is no curl on the PATH to ask the registry with");
        try (DebianRegistry registry = new DebianRegistry(folder)) {
            PipelineOutcome outcome = new Rehearsed(folder).run("""
                    node {
                      sh '''mkdir -p .delivery
                        echo one > app.txt
                        tar -cf layer.tar app.txt
                        printf '{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:%%s"]}}' \\\\
                          "$(sha256sum layer.tar | cut -c 1-64)" > config.json
                        echo '[{"Config": "config.json", "RepoTags": null, "Layers": ["layer.tar"]}]' > manifest.json
                        tar -cf .delivery/image.tar manifest.json config.json layer.tar'''
                      def built = [image: '%1$s/shop', version: '1.5.0', tags: ['1.5.0', 'sha-1'], tool: 'kaniko', archive: '.delivery/image.tar']
                      def published = publishArtifact image: built, insecure: true
                      echo "published ${published.reference}"
                      publishArtifact image: built + [digest: published.digest], insecure: true
                      publishArtifact image: built + [digest: 'sha256:' + '0' * 64], insecure: true
                    }
                    """.formatted(registry.host()));
            assertThat(outcome.text())
                    .containsPattern("published " + registry.host() + "/shop@sha256:[0-9a-f]{64}")
                    .contains("/shop:1.5.0 is published already, with the same digest sha256:");
            assertThat(outcome.error())
                    .contains("/shop:1.5.0 exists already, with digest sha256:")
                    .contains("and what was built is sha256:000000", "Nothing was pushed");
            assertThat(registry.tags("shop")).isDirectoryContaining("glob:**sha-1");
        }
    }
}
