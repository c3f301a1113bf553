package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageSummary;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DeliveryPipelineTest {
    /** Everything that needs a cluster or people is replaced, as a Jenkinsfile can. */
    private static final String FLOW = """
            deliveryPipeline {
                app = 'shop'
                version = "1.${env.BUILD_NUMBER}"
                checkout = false
                lint = [command: 'echo linting']
                test = { echo 'testing' }
                scan = [reports: 'lint.sarif']
                build = { echo 'building'; 'registry.example.com/shop@sha256:1' }
                publish = false
                staging = { echo 'to staging' }
                smoke = { echo 'smoking' }
                approval = { echo 'approved' }
                production = { echo 'to production' }
                verify = { echo 'verified' }
                notify = { message -> echo "told: ${message}" }
            }
            """;

    private static final String CLEAN =
            "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"lint\"}}, \"results\": []}]}";

    @TempDir
    Path folder;

    private static List<String> names(PipelineOutcome outcome) {
        return outcome.stages().stream().map(StageSummary::name).toList();
    }

    @Test
    void goesFromLintToProductionInOrder() throws Exception {
        PipelineOutcome outcome =
                new Rehearsed(folder).file("lint.sarif", CLEAN).run(FLOW);
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.result()).isEqualTo(Result.SUCCESS);
        assertThat(names(outcome))
                .containsExactly(
                        "Lint", "Test", "Scan", "Build", "Staging", "Smoke", "Approval", "Production", "Verify");
        assertThat(outcome.text()).contains("told: shop 1.1 is in production");
    }

    @Test
    void comesToTheSameEndWhenTheControllerIsKilledAtEveryStep() throws Exception {
        PipelineOutcome outcome = new Rehearsed(folder)
                .file("lint.sarif", CLEAN)
                .killed(KillPlan.everywhere())
                .run(FLOW.replace("[command: 'echo linting']", "{ echo 'linting' }"));
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.restarts()).isPositive();
        assertThat(outcome.text()).contains("told: shop 1.1 is in production");
    }

    @Test
    void stopsWhereSomethingFailsAndTellsIt() throws Exception {
        PipelineOutcome outcome = new Rehearsed(folder)
                .file("lint.sarif", CLEAN.replace("[]", "[{\"ruleId\": \"A\", \"level\": \"error\"}]"))
                .run(FLOW);
        assertThat(outcome.result()).isEqualTo(Result.FAILURE);
        assertThat(outcome.error()).contains("1 HIGH in code, 0 allowed: A");
        assertThat(names(outcome)).containsExactly("Lint", "Test", "Scan");
        assertThat(outcome.text()).contains("told: shop: pipeline #1 did not get through");
    }

    @Test
    void aChangeRequestStopsBeforeAnythingIsPublished() throws Exception {
        PipelineOutcome outcome =
                new Rehearsed(folder).file("lint.sarif", CLEAN).run("withEnv(['CHANGE_ID=7']) {\n" + FLOW + "}\n");
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(names(outcome)).containsExactly("Lint", "Test", "Scan", "Build");
    }

    @Test
    void refusesAnUnknownSettingBeforeAnythingRuns() throws Exception {
        PipelineOutcome outcome = new Rehearsed(folder).run("deliveryPipeline app: 'shop', verfy: false");
        assertThat(outcome.error()).contains("deliveryPipeline: there is no setting 'verfy'; did you mean 'verify'?");
        assertThat(outcome.stages()).isEmpty();
    }

    @Test
    void theSmokeStageReallyAsksWhatIsThere() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/healthz", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort();
            String flow =
                    FLOW.replace("smoke = { echo 'smoking' }", "smoke = { smokeTest url: '%s', file: 'smoke.yaml' }");
            PipelineOutcome outcome = new Rehearsed(folder)
                    .file("lint.sarif", CLEAN)
                    .file("smoke.yaml", "checks:\n  - path: /healthz\n  - path: /missing\ntimeout: 30s\n")
                    .run(flow.formatted(url));
            assertThat(outcome.error()).contains("1 of 2 checks failed: /missing: expected status 2xx, got status 404");
        } finally {
            server.stop(0);
        }
    }
}
