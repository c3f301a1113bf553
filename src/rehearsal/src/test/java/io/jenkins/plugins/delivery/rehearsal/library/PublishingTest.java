package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageRegistry;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageSummary;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a registry says decides the whole flow: nothing is deployed that it did not take. */
@Timeout(120)
class PublishingTest {
    private static final Path DOCKER =
            Path.of("src/main/resources/io/jenkins/plugins/delivery/rehearsal/scenario/docker.sh");

    @TempDir
    Path folder;

    private Rehearsed rehearsed;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(Programs.has("curl"), "Skipped: there is no curl on the PATH to push images with");
        Path docker = Files.createDirectories(folder.resolve("bin")).resolve("docker");
        Files.copy(DOCKER, docker);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        rehearsed = new Rehearsed(folder).file("app.txt", "one").file("Dockerfile", """
                FROM scratch
                COPY app.txt /app.txt
                ENTRYPOINT ["/app"]
                """);
    }

    private PipelineOutcome deliver(String registry) throws Exception {
        return rehearsed.run("""
                withEnv(["PATH=%s:%s"]) { deliveryPipeline {
                    app = 'shop'
                    version = '1.5.0'
                    image = '%s/shop'
                    checkout = false
                    lint = false
                    test = false
                    scan = false
                    build = [tool: 'docker', insecure: true, sbom: false, review: false]
                    publish = [insecure: true]
                    staging = { echo "to staging: ${it.image}" }
                    smoke = false
                    approval = { }
                    production = { echo "to production: ${it.image}" }
                    verify = false
                    releaseNotes = false
                    notify = { message -> echo "told: ${message}" }
                } }
                """.formatted(folder.resolve("bin"), System.getenv("PATH"), registry));
    }

    private static void nothingWasDeployed(PipelineOutcome outcome) {
        assertThat(outcome.stages().stream().map(StageSummary::name)).containsExactly("Checkout", "Build", "Publish");
        assertThat(outcome.text())
                .contains("told: shop 1.5.0 stopped in Publish", "Done: Checkout, Build.")
                .contains("Not done: Staging, Approval, Production.", "To go on: Nothing was deployed.")
                .doesNotContain("to staging", "to production");
    }

    @Test
    void aVersionThatExistsWithOtherContentIsNeitherOverwrittenNorDeployed() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ImageRegistry registry = new ImageRegistry(vertx, folder.resolve("registry"))) {
            PipelineOutcome first = deliver(registry.address());
            assertThat(first.error()).as(first.text()).isNull();
            assertThat(first.text())
                    .containsPattern("to staging: " + registry.address() + "/shop@sha256:[0-9a-f]{64}")
                    .contains("to production: ");
            rehearsed.file("app.txt", "two");
            PipelineOutcome second = deliver(registry.address());
            assertThat(second.error())
                    .contains("/shop:1.5.0 exists already, with digest sha256:")
                    .contains("Nothing was pushed: raise the version, or deploy what is published");
            nothingWasDeployed(second);
        } finally {
            vertx.close();
        }
    }

    @Test
    void aRegistryThatRefusesThePushStopsItBeforeAnythingIsDeployed() throws Exception {
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", PublishingTest::refuse);
        registry.start();
        try {
            String address = "127.0.0.1:" + registry.getAddress().getPort();
            PipelineOutcome outcome = deliver(address);
            assertThat(outcome.error())
                    .contains("publishArtifact: pushing " + address + "/shop:1.5.0 failed, see the log above");
            assertThat(outcome.text()).contains("403", "the registry " + address + " refuses");
            nothingWasDeployed(outcome);
        } finally {
            registry.stop(0);
        }
    }

    /** Whoever reads may ask, and nobody may write. */
    private static void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 404 : 403, -1);
        }
    }
}
