package io.jenkins.plugins.delivery.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.acceptance.Cluster;
import io.jenkins.plugins.delivery.acceptance.TinyApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** The whole flow of the shared library, in the sandbox, goes on where a restart of Jenkins met it. */
class FlowRestartsTest {
    private static final String APP = "shop";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TempDir
    private Path folder;

    private Cluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new Cluster(folder);
    }

    @AfterEach
    void stop() {
        HeldClock.release();
        cluster.close();
    }

    @Test
    void aFlowThatIsRestartedWhileItScansWaitsAndDeploysEndsInProduction() throws Throwable {
        sessions.then(jenkins -> {
            People.of(jenkins);
            SampleSettings.save(cluster.server(), cluster.prometheus());
            OwnLibrary.offer();
            WorkflowRun run = new Jobs(jenkins).begin(APP, flow());
            jenkins.waitForMessage("before the scan", run);
            HeldClock.hold();
            Files.createFile(held());
            jenkins.waitForMessage("[Pipeline] securityScan", run);
        });
        HeldClock.release();
        sessions.then(jenkins -> {
            People.of(jenkins);
            jenkins.waitForMessage("Approve or reject:", build(jenkins));
        });
        sessions.then(jenkins -> {
            People people = People.of(jenkins);
            assertThat(people.approve("approver", APP)).isEqualTo(200);
            jenkins.waitForMessage("phase=ready ", build(jenkins));
            HeldClock.hold();
            assertThat(build(jenkins).isBuilding()).isTrue();
        });
        HeldClock.release();
        sessions.then(jenkins -> {
            WorkflowRun run = new Jobs(jenkins).ended(APP);
            assertThat(JenkinsRule.getLog(run))
                    .containsSubsequence(
                            "{ (Lint)",
                            "{ (Test)",
                            "{ (Scan)",
                            "Resuming build",
                            "{ (Build)",
                            "{ (Approval)",
                            "Resuming build",
                            "{ (Production)",
                            "Resuming build",
                            "after production",
                            "{ (Release notes)",
                            "told: ")
                    .containsOnlyOnce("{ (Production)");
        });

        assertThat(cluster.serves(APP)).containsExactly("1");
    }

    /** There once the scan may begin, because its turns will not come. */
    private Path held() {
        return folder.resolve("held");
    }

    private static WorkflowRun build(JenkinsRule jenkins) {
        return new Jobs(jenkins).last(APP);
    }

    private String flow() throws IOException {
        return """
                @Library('progressive-delivery') _

                deliveryPipeline {
                  app = 'shop'
                  version = '1'
                  environments = ['production']
                  checkout = {
                    writeFile file: 'deploy/manifests/app.yaml', text: '''%s'''
                    writeFile file: 'lint.sarif',
                              text: '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint"}}, "results": []}]}'
                  }
                  lint = { echo 'linting' }
                  test = { echo 'testing' }
                  before = [scan: { echo 'before the scan'; waitUntil(quiet: true) { fileExists '%s' } }]
                  scan = [reports: 'lint.sarif']
                  build = { '%s' }
                  publish = { echo "publishing ${it.image}" }
                  smoke = false
                  verify = false
                  strategy = 'rolling'
                  notify = { message -> echo "told: ${message}" }
                  after = [production: { echo "after ${it.environment}" }]
                }
                """.formatted(TinyApp.manifests(APP), held(), cluster.image("1"));
    }
}
