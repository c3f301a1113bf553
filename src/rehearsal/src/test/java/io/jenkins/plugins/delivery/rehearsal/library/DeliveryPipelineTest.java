package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The flow with closures of a Jenkinsfile for all that needs a cluster or people. */
@Timeout(120)
class DeliveryPipelineTest {
    private static final String IMAGE = "registry.example.com/shop@sha256:" + "ab".repeat(32);

    private static final String FLOW = """
            deliveryPipeline {
                app = 'shop'
                version = "1.${env.BUILD_NUMBER}"
                checkout = false
                lint = [command: 'echo linting']
                test = { echo 'testing' }
                scan = [reports: 'lint.sarif']
                build = { echo "building ${it.version}"; '%s' }
                publish = { echo "publishing ${it.image}" }
                staging = { echo "to ${it.environment}" }
                smoke = { echo 'smoking' }
                approval = { echo 'approved' }
                production = { echo "to ${it.environment}: ${it.image}" }
                verify = { echo 'verified' }
                releaseNotes = false
                before = [staging: { echo "before ${it.environment}" }]
                after = [build: { echo "built ${it.image}" }]
                notify = { message -> echo "told: ${message}" }
            }
            """.formatted(IMAGE);

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
                        "Checkout",
                        "Lint",
                        "Test",
                        "Scan",
                        "Build",
                        "Publish",
                        "Staging",
                        "Smoke",
                        "Approval",
                        "Production",
                        "Verify");
        assertThat(outcome.text())
                .contains("Without Provision, Migrate, Release notes: it is switched off")
                .containsSubsequence("building 1.1", "built " + IMAGE, "before staging", "to staging")
                .contains("to production: " + IMAGE, "told: shop 1.1 is in production");
    }
}
