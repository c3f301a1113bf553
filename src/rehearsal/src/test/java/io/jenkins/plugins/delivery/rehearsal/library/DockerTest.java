package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real {@code docker} and its daemon, with the registry that Debian has. */
@Timeout(120)
class DockerTest {
    @TempDir
    Path folder;

    private static boolean daemonAnswers() throws IOException, InterruptedException {
        Process info = new ProcessBuilder("docker", "info")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return info.waitFor(20, TimeUnit.SECONDS) && info.exitValue() == 0;
    }

    @Test
    void anImageIsBuiltReviewedPushedAndKnownByTheDigestOfTheRegistry() throws Exception {
        assumeTrue(Programs.has("docker-registry"), "Skipped: there is no docker-registry on the PATH to push to");
        assumeTrue(Programs.has("docker"), "Skipped: there is no docker on the PATH to build with");
        assumeTrue(daemonAnswers(), "Skipped: no Docker daemon answers");
        try (DebianRegistry registry = new DebianRegistry(folder)) {
            String image = registry.host() + "/shop-" + ProcessHandle.current().pid();
            PipelineOutcome outcome = new Rehearsed(folder)
                    .file("Dockerfile", "FROM scratch\nCOPY Dockerfile /shop\nUSER 1000\nENTRYPOINT [\"/shop\"]\n")
                    .run("""
                            node {
                              try {
                                def built = buildImage image: '%1$s', version: '1.5.0', sbom: false, labels: [team: 'till, "and" more'], insecure: true, gates: []
                                echo "reference ${built.reference}"
                                sh "docker pull ${built.reference} && docker image inspect --format '{{json .Config.Labels}}' ${built.reference}"
                                publishArtifact image: built, insecure: true
                                publishArtifact image: built + [digest: null], insecure: true
                              } finally {
                                sh 'docker image rm --force $(docker image inspect --format {{.Id}} %1$s:1.5.0) || true'
                              }
                            }
                            """.formatted(image));
            assertThat(outcome.text())
                    .contains("buildImage: docker, because Dockerfile is here")
                    .contains(image + ":1.5.0 is published already, with the same digest sha256:")
                    .containsPattern("reference " + image + "@sha256:[0-9a-f]{64}")
                    .contains("\"team\":\"till, \\\"and\\\" more\"", "\"org.opencontainers.image.version\":\"1.5.0\"");
            assertThat(outcome.error())
                    .contains(image + ":1.5.0 exists already, with digest sha256:", "Nothing was pushed");
        }
    }
}
