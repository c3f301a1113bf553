package io.jenkins.plugins.delivery.steps.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.model.InvisibleAction;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.DeployedAddress;
import io.jenkins.plugins.delivery.steps.StepHarness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SmokeTestStepTest {
    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private volatile int healthyFrom = 1;
    private HttpServer server;
    private StepHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new StepHarness(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(requests.incrementAndGet() >= healthyFrom ? 200 : 503, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        harness.close();
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private SmokeTestStep smoke() {
        SmokeTestStep step = new SmokeTestStep();
        step.setUrl(url());
        step.setChecks(List.of(Map.of("path", "/healthz")));
        return step;
    }

    private SmokeAction action() {
        return harness.run.getAction(SmokeAction.class);
    }

    @Test
    void passesWithAPlainMapAReportAndAFileForTheTestPage() throws Exception {
        Map<String, Object> result = harness.start(smoke()).result();
        assertThat(result)
                .containsEntry("passed", true)
                .containsEntry("total", 1)
                .containsEntry("failed", 0);
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.PASSED);
        assertThat(action().getRows().get(0)).containsEntry("name", "/healthz").containsEntry("passed", "true");
        assertThat(harness.workspace.resolve("smoke-test/TEST-smoke-test.xml"))
                .content()
                .contains("failures=\"0\"");
        assertThat(harness.log()).contains("smokeTest: 1 check passed");
    }

    @Test
    void theJobShowsTheLatencyOfItsBuilds() throws Exception {
        SmokeTrendFactory factory = new SmokeTrendFactory();
        assertThat(factory.createFor(harness.run.getParent())).isEmpty();
        harness.start(smoke()).result();
        harness.nextBuild();
        healthyFrom = Integer.MAX_VALUE;
        harness.start(smoke()).failure();
        assertThat(factory.createFor(harness.run.getParent())).hasSize(1);
        assertThat(new SmokeTrend(harness.run.getParent()).getPoints())
                .extracting(SmokeTrend.Point::build, SmokeTrend.Point::passed, SmokeTrend.Point::failed)
                .containsExactly(tuple(1, true, 0L), tuple(2, false, 1L));
        assertThat(action().getFailures()).singleElement().satisfies(failure -> assertThat(failure.timeline())
                .hasSizeGreaterThan(3)
                .allMatch(entry -> entry.endsWith("expected status 2xx, got status 503")));
    }

    @Test
    void usesTheEnvironmentOfTheStep() throws Exception {
        harness.provide(EnvVars.class, new EnvVars("TARGET", url(), "KEY", "secret-value"));
        Files.writeString(
                harness.workspace.resolve("smoke.yaml"),
                "url: ${TARGET}\nchecks: [{path: /a, headers: {X-Key: '${KEY}'}}, {path: '/b?${KEY}'}]\n");
        SmokeTestStep step = new SmokeTestStep();
        step.setFile("smoke.yaml");
        assertThat(harness.start(step).result()).containsEntry("total", 2);
        assertThat(harness.log()).doesNotContain("secret-value");
        assertThat(action().getModel().toString())
                .doesNotContain("secret-value")
                .contains("/b?${KEY}");
    }

    @Test
    void checksWhatAnOpenApiDocumentDescribes() throws Exception {
        Files.writeString(
                harness.workspace.resolve("api.yaml"),
                "openapi: 3.1.0\npaths:\n  /a: {get: {responses: {'200': {description: ok}}}}\n");
        SmokeTestStep step = new SmokeTestStep();
        step.setUrl(url());
        step.setOpenapi("api.yaml");
        assertThat(harness.start(step).result()).containsEntry("total", 1).containsEntry("passed", true);
        step.setInclude("/nothing");
        assertThat(harness.start(step).failure()).hasMessageContaining("has no GET without required parameters");
    }

    @Test
    void aServiceNeedsAnEnvironmentWithACluster() throws Exception {
        SmokeTestStep step = smoke();
        step.setUrl(null);
        step.setService("shop:http");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(step::check)
                .withMessageContaining("service: it needs an 'environment'");
        DeliveryConfiguration.get().setEnvironments(List.of(new EnvironmentSettings("staging")));
        step.setEnvironment("staging");
        assertThat(harness.start(step).failure()).hasMessageContaining("has no cluster in its settings");
    }

    @Test
    void triesAgainUntilItPasses() throws Exception {
        healthyFrom = 5;
        assertThat(harness.start(smoke()).result()).containsEntry("passed", true);
        assertThat(requests).hasValue(5);
        assertThat(action().getRows().get(0))
                .containsEntry("attempts", "5")
                .containsEntry("firstError", "expected status 2xx, got status 503");
    }

    @Test
    void failsAtTheDeadlineWithWhatWasExpectedAfterItsReportIsOnTheBuild() throws Exception {
        healthyFrom = Integer.MAX_VALUE;
        assertThat(harness.start(smoke()).failure())
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith(
                        "smokeTest: 1 of 1 checks failed: /healthz: expected status 2xx, got status 503 after");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        assertThat(harness.run.readAgain().getAction(SmokeAction.class).getRows())
                .hasSize(1);
    }

    @Test
    void goesOnWhereItWasAfterTheControllerWasKilled() throws Exception {
        healthyFrom = 4;
        harness.start(smoke());
        while (requests.get() < 2) {
            harness.clock.step();
        }
        harness.restart();
        assertThat(harness.status()).startsWith("waiting until ");
        assertThat(harness.result()).containsEntry("passed", true);
        assertThat(harness.run.getActions(SmokeAction.class)).hasSize(1);
        assertThat(Integer.parseInt(action().getRows().get(0).get("attempts"))).isBetween(3, 4);
    }

    /** Renamed, deleted, or another server by now: what is begun is tried to its end, and nowhere else. */
    @Test
    void goesOnInTheClusterWhereItBeganWhateverBecomesOfTheSettings() throws Exception {
        ClusterSettings cluster = new ClusterSettings("main");
        cluster.setServer(url());
        EnvironmentSettings staging = new EnvironmentSettings("staging");
        staging.setCluster("main");
        DeliveryConfiguration.get().setClusters(List.of(cluster));
        DeliveryConfiguration.get().setEnvironments(List.of(staging));
        healthyFrom = 4;
        SmokeTestStep step = smoke();
        step.setUrl(null);
        step.setService("shop:http");
        step.setEnvironment("staging");
        harness.start(step);
        while (requests.get() < 2) {
            harness.clock.step();
        }

        DeliveryConfiguration.get().setEnvironments(List.of());
        DeliveryConfiguration.get().setClusters(List.of());
        harness.restart();

        assertThat(harness.result()).containsEntry("passed", true);
        assertThat(action().getTitle()).isNotEmpty();
    }

    @Test
    void readsAFileAndPlacesItsMistakes() throws Exception {
        Files.writeString(harness.workspace.resolve("smoke.yaml"), "checks:\n  - path: /a\n  - pth: /b\n");
        SmokeTestStep step = new SmokeTestStep();
        step.setUrl(url());
        step.setFile("smoke.yaml");
        assertThat(harness.start(step).failure())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining(
                        "smokeTest: smoke.yaml:3:5: checks[1]: there is no key 'pth'; did you mean 'path'?");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        assertThat(requests).hasValue(0);
    }

    @Test
    void outsideOfANodeOnlyAllowedHostsAreContacted() throws Exception {
        harness.withoutNode();
        assertThat(harness.start(smoke()).failure())
                .hasMessageContaining("the controller may not contact localhost:")
                .hasMessageContaining("run the step in a node");
        assertThat(requests).hasValue(0);
        DeliveryConfiguration.get().setSmokeTestHosts(List.of("localhost"));
        assertThat(harness.start(smoke()).result()).containsEntry("passed", true);
    }

    @Test
    void startsFromWhereThisBuildDeployedToInTheEnvironment() throws Exception {
        DeliveryConfiguration.get().setEnvironments(List.of(new EnvironmentSettings("staging")));
        SmokeTestStep step = smoke();
        step.setUrl(null);
        step.setEnvironment("staging");
        assertThat(harness.start(step).failure()).hasMessageContaining("needs a 'url' of the suite to start from");
        harness.run.addAction(new Deployed(url()));
        assertThat(harness.start(step).result()).containsEntry("passed", true);
        step.setEnvironment("stagin");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(step::check)
                .withMessageContaining("did you mean 'staging'?");
    }

    @Test
    void aDryRunSaysWhatIsWrongAndAsksNothing() throws Exception {
        DeliveryConfiguration.get().setEnvironments(List.of(new EnvironmentSettings("staging")));
        SmokeTestStep step = new SmokeTestStep();
        step.setDryRun(true);
        step.setEnvironment("staging");
        step.setFile("smoke.yaml");
        assertThat(harness.start(step).failure()).hasMessageContaining("smoke.yaml");
        Files.writeString(harness.workspace.resolve("smoke.yaml"), "checks: [{path: /a}, {path: /b, maxMilis: 5}]\n");
        assertThat(harness.start(step).failure()).hasMessageContaining("did you mean 'maxMillis'?");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        harness.nextBuild();
        Files.writeString(harness.workspace.resolve("smoke.yaml"), "checks: [{path: /a}, {path: /b, name: b}]\n");
        assertThat(harness.start(step).result())
                .containsEntry("passed", false)
                .containsEntry("total", 2)
                .containsEntry("checks", List.of("/a", "b"));
        step.setCredentialsId("nobody");
        assertThat(harness.start(step).failure()).hasMessageContaining("There is no credential 'nobody'");
        step.setCredentialsId(null);
        step.setUrl(url());
        harness.nextBuild();
        assertThat(harness.start(step).result()).containsEntry("total", 2);
        assertThat(action())
                .as("a dry run that found nothing wrong is no report")
                .isNull();
        assertThat(requests).hasValue(0);
    }

    @Test
    void aMissingCredentialIsSaidBeforeAnythingIsContacted() throws Exception {
        SmokeTestStep step = smoke();
        step.setCredentialsId("nobody");
        assertThat(harness.start(step).failure()).hasMessageContaining("There is no credential 'nobody'");
        assertThat(requests).hasValue(0);
    }

    @Test
    void argumentsAreExplainedBeforeAnythingIsContacted() {
        SmokeTestStep nothing = new SmokeTestStep();
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(nothing::check)
                .withMessageContaining("proves nothing");
        SmokeTestStep duration = smoke();
        duration.setTimeout("soon");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(duration::check)
                .withMessageContaining("timeout: 'soon' is not a duration");
        SmokeTestStep outside = smoke();
        outside.setFile("../smoke.yaml");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(outside::check)
                .withMessageContaining("no path inside the workspace");
    }

    @Test
    void aStoppedTestSaysSoAndTriesNothingMore() throws Exception {
        healthyFrom = Integer.MAX_VALUE;
        harness.start(smoke());
        harness.clock.step();
        InterruptedException cause = new InterruptedException("stop");
        harness.stop(cause);
        assertThat(harness.failure()).isSameAs(cause);
        assertThat(action().getHeadline()).isEqualTo("The smoke test was stopped before it was over");
    }

    /** What a deployment leaves behind. */
    private static final class Deployed extends InvisibleAction implements DeployedAddress {
        private final String address;

        Deployed(String address) {
            this.address = address;
        }

        @Override
        public String getEnvironment() {
            return "staging";
        }

        @Override
        public String getAddress() {
            return address;
        }
    }
}
