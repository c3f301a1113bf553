package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A controller that dies in each phase of a rollout, while one is taken back, or while a canary waits for somebody. A proxy
 * keeps an answer that the phase waits for to itself, so that the rollout is in that phase when it dies.
 */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("kills the controller")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolloutSurvivalTest {
    private static final String WEIGHTS = ", weights: [50, 100], interval: '3s', warmUp: '1s', router: 'replicas'";
    private static final String METRICS = ", metrics: [[name: 'load', query: 'vector(1)', max: 2]]";

    private RealJenkins jenkins;
    private Cluster cluster;
    private HoldingProxy proxy;

    /** How many releases there have been, all applications together. */
    private int releases;

    @BeforeAll
    void start(RealJenkins shared, Cluster own) throws IOException {
        jenkins = shared;
        cluster = own;
        proxy = new HoldingProxy(cluster);
        Settings.point(jenkins, proxy.url(), proxy.prometheus());
    }

    @AfterAll
    void end() {
        if (proxy != null) {
            proxy.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock ready observe unlock", "plan apply body retire"})
    void aRollingDeploymentThatIsCutShortGoesOn(String phases) throws Exception {
        endsWell("rollingDeploy", "rolling", phases, ", observe: '3s'" + METRICS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock apply shift body promote retire", "plan ready verify observe drain unlock"})
    void aCanaryThatIsCutShortGoesOn(String phases) throws Exception {
        endsWell("canaryPromote", "canary", phases, WEIGHTS + METRICS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock ready shift observe retire", "plan apply body verify keep unlock"})
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
        builds().job(app, TinyApp.deploys(step, app, broken, bad, ", progressDeadline: '3s'", TinyApp.SMOKE));

        Builds.Ended ended = diesIn(app, List.of("restore"));

        assertThat(ended.result()).as(ended.log()).isEqualTo("FAILURE");
        assertThat(ended.log()).contains("phase=rolled-back ", "gave up after 3s");
        assertThat(cluster.serves(app)).containsExactly(good);
    }

    @ParameterizedTest
    @CsvSource({"promote, SUCCESS", "abort, FAILURE"})
    void somebodyDecidesAfterwardsWhatWasWaitingForIt(String decision, String result) throws Exception {
        String app = "paused-" + decision;
        String before = version();
        deploy("canaryPromote", app, before, WEIGHTS);
        String after = version();
        String paused = WEIGHTS + ", pauseAt: [50]";
        builds().job(app, TinyApp.deploys("canaryPromote", app, cluster.image(after), after, paused, TinyApp.SMOKE));
        int number = builds().begin(app);
        builds().awaitLog(app, number, "phase=pause ");
        assertThat(phase(app, number)).isEqualTo("PAUSE");

        jenkins.killAndStart();
        Builds.until("the rollout waits again", () -> decide(rollout(app, number) + decision) == 200);
        Builds.Ended ended = builds().end(app, number);

        assertThat(ended.result()).as(ended.log()).isEqualTo(result);
        assertThat(cluster.serves(app)).containsExactly(decision.equals("promote") ? after : before);
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
        builds().job(app, TinyApp.deploys(step, app, cluster.image(version), version, more, TinyApp.SMOKE));

        Builds.Ended ended = diesIn(app, List.of(phases.split(" ")));

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log()).contains("phase=completed ");
        assertThat(cluster.serves(app)).containsExactly(version);
    }

    /** Runs the job of an application; the controller dies in each of the phases, the next of which is held before it is back. */
    private Builds.Ended diesIn(String app, List<String> phases) throws InterruptedException {
        HeldPhase held = proxy.hold(HeldPhase.of(app, phases.get(0)));
        int number = builds().begin(app);
        Iterator<String> later = phases.listIterator(1);
        while (held != HeldPhase.NONE) {
            held.await();
            assertIsIn(held.name(), app, number);
            System.out.println("Killed: " + app + " in " + held.name());
            HeldPhase over = held;
            held = proxy.hold(later.hasNext() ? HeldPhase.of(app, later.next()) : HeldPhase.NONE);
            jenkins.killAndStart();
            over.letGo();
        }
        return builds().end(app, number);
    }

    /** Nothing is told before the lease is there. */
    private void assertIsIn(String phase, String app, int number) {
        String log = builds().log(app, number);
        if (phase.equals("lock")) {
            assertThat(log).contains("Running on").doesNotContain(" phase=");
            return;
        }
        assertThat(lastPhase(log)).as(log).isEqualTo(phase);
        assertThat(phase(app, number)).isEqualTo(phase.toUpperCase(Locale.ROOT));
    }

    /** Where the report of the rollout says that it is. */
    private String phase(String app, int number) {
        return jenkins.as("admin")
                .json(rollout(app, number) + "json")
                .at("/model/phase")
                .asText();
    }

    private static String rollout(String app, int number) {
        return "job/" + app + "/" + number + "/rollout-" + app + "-in-production/";
    }

    /** Where the log says that it is. */
    private static String lastPhase(String log) {
        return log.replaceAll("(?s).* phase=(\\S+) .*", "$1");
    }

    private void deploy(String step, String app, String version, String more) throws Exception {
        Builds.Ended first =
                builds().run(app, TinyApp.deploys(step, app, cluster.image(version), version, more, TinyApp.SMOKE));
        assertThat(first.result()).as(first.log()).isEqualTo("SUCCESS");
    }

    private Builds builds() {
        return new Builds(jenkins.as("admin"));
    }

    private String version() {
        releases++;
        return Integer.toString(releases);
    }
}
