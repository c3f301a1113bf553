package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rollouts from a real controller, which also dies while the block of one runs. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolloutsTest {
    private static final Map<String, String> QUICK = Map.of(
            "rollingDeploy", "",
            "canaryPromote", ", weights: [50, 100], interval: '1s', router: 'replicas'",
            "blueGreenDeploy", ", keepPrevious: '1s'");

    private RealJenkins jenkins;
    private Cluster cluster;

    @BeforeAll
    void start(RealJenkins shared, Cluster cluster) {
        jenkins = shared;
        this.cluster = cluster;
    }

    @Test
    void aReleaseThatIsNeverReadyIsTakenBackWithTheReason() throws Exception {
        builds().run("never", TinyApp.deploys("rollingDeploy", "never", cluster.image("1"), "1", "", ""));

        Builds.Ended bad = builds().run(
                        "never",
                        TinyApp.deploys(
                                "rollingDeploy",
                                "never",
                                cluster.image("bad", "FAULT_NEVER_READY=true"),
                                "bad",
                                ", progressDeadline: '20s'",
                                ""));

        assertThat(bad.result()).isEqualTo("FAILURE");
        assertThat(bad.log()).contains("readiness probe fails");
        assertThat(cluster.serves("never")).containsExactly("1");
    }

    @Test
    void rollbackBringsBackTheReleaseBefore() throws Exception {
        for (String version : List.of("1", "2")) {
            Builds.Ended ended = builds().run(
                            "back", TinyApp.deploys("rollingDeploy", "back", cluster.image(version), version, "", ""));
            assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        }

        Builds.Ended ended = builds().run("back", "rollbackDeploy(environment: 'production', app: 'back', to: '1')");

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(cluster.serves("back")).containsExactly("1");
    }

    @ParameterizedTest
    @NeedsWar("kills the controller")
    @ValueSource(strings = {"rollingDeploy", "canaryPromote", "blueGreenDeploy"})
    void aControllerKilledWhileTheBlockRunsGoesOnInTheBlock(String step) throws Exception {
        String app = (step + "-block").toLowerCase(java.util.Locale.ROOT);
        String more = QUICK.get(step);
        assertThat(builds().run(app, TinyApp.deploys(step, app, cluster.image("1"), "1", more, ""))
                        .result())
                .isEqualTo("SUCCESS");
        String block = " echo 'checking begins'; sleep 8; " + TinyApp.SMOKE + "; echo 'checking ends' ";
        builds().job(app, TinyApp.deploys(step, app, cluster.image("2"), "2", more, block));
        int number = builds().begin(app);
        builds().awaitLog(app, number, "Sleeping for 8 sec");

        jenkins.killAndStart();
        Builds.Ended ended = builds().end(app, number);

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log()).containsSubsequence("checking begins", "Resuming build", "checking ends");
        assertThat(count(ended, "checking begins")).isEqualTo(count(ended, "checking ends"));
        assertThat(cluster.serves(app)).containsExactly("2");
    }

    private static long count(Builds.Ended ended, String line) {
        return ended.log().lines().filter(line::equals).count();
    }

    private Builds builds() {
        return new Builds(jenkins.as("admin"));
    }
}
