package io.jenkins.plugins.delivery.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.acceptance.Cluster;
import io.jenkins.plugins.delivery.acceptance.TinyApp;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Each step that deploys: Jenkins is restarted in the middle of the rollout, which ends as it would have. */
class RolloutRestartsTest {
    private static final String APP = "shop";
    private static final String ROLLBACK = "rollbackDeploy";

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

    static Stream<Arguments> rollouts() {
        return Stream.of(
                Arguments.of("rollingDeploy", "ready", "", ""),
                Arguments.of("blueGreenDeploy", "verify", ", keepPrevious: '1s'", " echo 'looked at' "),
                Arguments.of(
                        "canaryPromote", "observe", ", weights: [50, 100], interval: '2s', router: 'replicas'", ""));
    }

    static Stream<String> steps() {
        return Stream.concat(rollouts().map(rollout -> (String) rollout.get()[0]), Stream.of(ROLLBACK));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("rollouts")
    void aRolloutEndsAsIfNothingHadHappened(String step, String phase, String more, String body) throws Throwable {
        String first = TinyApp.deploys(step, APP, cluster.image("1"), "1", more, body);
        String second = TinyApp.deploys(step, APP, cluster.image("2"), "2", more, body);

        restartedIn(phase, second, first);

        assertThat(cluster.serves(APP)).containsExactly("2");
    }

    @Test
    void aRollbackEndsAsIfNothingHadHappened() throws Throwable {
        restartedIn(
                "ready",
                ROLLBACK + "(environment: 'production', app: 'shop', to: '1')",
                TinyApp.deploys("rollingDeploy", APP, cluster.image("1"), "1", "", ""),
                TinyApp.deploys("rollingDeploy", APP, cluster.image("2"), "2", "", ""));

        assertThat(cluster.serves(APP)).containsExactly("1");
    }

    private void restartedIn(String phase, String change, String... before) throws Throwable {
        sessions.then(jenkins -> {
            SampleSettings.save(cluster.server(), cluster.prometheus());
            Jobs jobs = new Jobs(jenkins);
            for (String each : before) {
                jobs.begin(APP, each);
                jobs.ended(APP);
            }
            WorkflowRun run = jobs.begin(APP, change);
            jenkins.waitForMessage("phase=" + phase + " ", run);
            HeldClock.hold();
            assertThat(run.isBuilding()).isTrue();
        });
        HeldClock.release();
        sessions.then(jenkins -> new Jobs(jenkins).ended(APP));
    }
}
