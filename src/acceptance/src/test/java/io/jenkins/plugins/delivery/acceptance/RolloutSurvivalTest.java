package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A controller that dies in phases of a rollout, while one is taken back, or while a canary waits for somebody. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("kills the controller")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolloutSurvivalTest {
    private static final String SMOKE =
            " smokeTest url: env.DELIVERY_CANARY_URL ?: env.DELIVERY_PREVIEW_URL ?: env.DELIVERY_URL, checks: [[path: '/']] ";
    private static final String WEIGHTS = ", weights: [50, 100], interval: '3s', warmUp: '1s', router: 'replicas'";
    private static final String METRICS = ", metrics: [[name: 'load', query: 'vector(1)', max: 2]]";

    private RealJenkins jenkins;
    private Cluster cluster;

    /** How many releases there have been, all applications together. */
    private int releases;

    @BeforeAll
    void start(RealJenkins shared, Cluster own) {
        jenkins = shared;
        cluster = own;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan body retire", "apply observe unlock", "ready"})
    void aRollingDeploymentThatIsCutShortGoesOn(String phases) throws Exception {
        endsWell("rollingDeploy", "rolling", phases, ", observe: '3s'" + METRICS);
    }

    /** The phases besides those of {@link RolloutsTest}. */
    @ParameterizedTest
    @ValueSource(strings = {"plan retire", "verify unlock"})
    void aCanaryThatIsCutShortGoesOn(String phases) throws Exception {
        endsWell("canaryPromote", "canary", phases, WEIGHTS + METRICS);
    }

    /** The phases besides those of {@link RolloutsTest}. */
    @ParameterizedTest
    @ValueSource(strings = {"plan retire", "observe unlock"})
    void aBlueGreenDeploymentThatIsCutShortGoesOn(String phases) throws Exception {
        endsWell("blueGreenDeploy", "colours", phases, ", keepPrevious: '3s', observe: '3s'" + METRICS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canaryPromote", "blueGreenDeploy", "rollingDeploy"})
    void aReleaseThatIsTakenBackIsTakenBackNevertheless(String step) throws Exception {
        String app = step.substring(0, 4) + "-back";
        String good = version();
        deploy(step, app, good, "");
        String bad = version();
        String broken = cluster.image(bad, "FAULT_NEVER_READY=true");
        Builds builds = new Builds(jenkins.as("admin"));
        builds.job(app, TinyApp.deploys(step, app, broken, bad, ", progressDeadline: '3s'", SMOKE));
        int number = builds.begin(app);
        builds.awaitLog(app, number, "phase=restore ");

        jenkins.killAndStart();
        Builds.Ended ended = new Builds(jenkins.as("admin")).end(app, number);

        assertThat(ended.result()).as(ended.log()).isEqualTo("FAILURE");
        assertThat(ended.log()).contains("phase=rolled-back ", "gave up after 3s");
        assertThat(cluster.serves(app)).containsExactly(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"promote", "abort"})
    void somebodyDecidesAfterwardsWhatWasWaitingForIt(String decision) throws Exception {
        String app = "paused-" + decision;
        String before = version();
        deploy("canaryPromote", app, before, WEIGHTS);
        String after = version();
        Builds builds = new Builds(jenkins.as("admin"));
        String paused = WEIGHTS + ", pauseAt: [50]";
        builds.job(app, TinyApp.deploys("canaryPromote", app, cluster.image(after), after, paused, SMOKE));
        int number = builds.begin(app);
        builds.awaitLog(app, number, "phase=pause ");

        jenkins.killAndStart();
        String rollout = "job/" + app + "/" + number + "/rollout-" + app + "-in-production/";
        Builds.until("the rollout waits again", () -> decide(rollout + decision) == 200);
        Builds.Ended ended = new Builds(jenkins.as("admin")).end(app, number);

        boolean promoted = decision.equals("promote");
        assertThat(ended.result()).as(ended.log()).isEqualTo(promoted ? "SUCCESS" : "FAILURE");
        assertThat(cluster.serves(app)).containsExactly(promoted ? after : before);
    }

    private int decide(String path) {
        return jenkins.as("developer")
                .post(path, Map.of("reason", "Looked at it."))
                .status();
    }

    /** @param phases in which the controller dies, one after the other */
    private void endsWell(String step, String app, String phases, String more) throws Exception {
        if (cluster.isEmpty(app)) {
            deploy(step, app, version(), more);
        }
        String version = version();
        Builds builds = new Builds(jenkins.as("admin"));
        builds.job(app, TinyApp.deploys(step, app, cluster.image(version), version, more, SMOKE));
        int number = builds.begin(app);

        for (String phase : phases.split(" ")) {
            new Builds(jenkins.as("admin")).awaitLog(app, number, "phase=" + phase + " ");
            jenkins.killAndStart();
        }
        Builds.Ended ended = new Builds(jenkins.as("admin")).end(app, number);

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log()).contains("phase=completed ");
        assertThat(cluster.serves(app)).containsExactly(version);
    }

    private void deploy(String step, String app, String version, String more) throws Exception {
        Builds.Ended first = new Builds(jenkins.as("admin"))
                .run(app, TinyApp.deploys(step, app, cluster.image(version), version, more, SMOKE));
        assertThat(first.result()).as(first.log()).isEqualTo("SUCCESS");
    }

    private String version() {
        releases++;
        return Integer.toString(releases);
    }
}
