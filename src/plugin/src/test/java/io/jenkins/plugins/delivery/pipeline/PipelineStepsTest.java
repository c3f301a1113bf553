package io.jenkins.plugins.delivery.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.environments.DeploymentHistory;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.StepHarness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PipelineStepsTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final List<String> STAGES = List.of(
            "checkout",
            "lint",
            "test",
            "scan",
            "build",
            "publish",
            "provision",
            "migrate",
            "staging",
            "smoke",
            "approval",
            "production",
            "verify",
            "releaseNotes");

    @TempDir
    Path folder;

    private StepHarness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new StepHarness(folder);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private static Map<String, String> ways(String way) {
        Map<String, String> ways = new LinkedHashMap<>();
        STAGES.forEach(stage -> ways.put(stage, way));
        return ways;
    }

    private List<?> plan(String way) throws Exception {
        PlanStep step = new PlanStep(ways(way));
        step.setImage("registry.example.com/shop");
        return (List<?>) harness.start(step).result().get("stages");
    }

    @Test
    void aPlanIsWhatAProgramCanKeep() throws Exception {
        PlanStep step = new PlanStep(ways("USUAL"));
        step.setImage("registry.example.com/shop");
        Map<String, Object> plan = harness.start(step).result();
        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(plan);
        assertThat(plan.get("gate")).asString().contains("title=Approval");
        assertThat((List<?>) plan.get("stages")).hasSize(STAGES.size());
        assertThat((List<?>) plan.get("after")).hasSize(3);
    }

    @Test
    void aPlanRefusesAWordThatIsNone() throws Exception {
        Map<String, String> ways = ways("USUAL");
        ways.put("lint", "USUALLY");
        assertThat(harness.start(new PlanStep(ways)).failure())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("lint: there is no value 'USUALLY'; did you mean 'USUAL'?");
    }

    @Test
    void anEmptyMapMayBeWrittenAsTheSnippetGeneratorDoes() throws Exception {
        Map<String, Object> typed = new PlanStep.DescriptorImpl().customInstantiate(Map.of("stages", List.of()));

        assertThat(typed).containsEntry("stages", Map.of());
        assertThat(new PlanStep(Map.of()).getStages()).isEmpty();
    }

    @Test
    void aMapThatIsNoPlanIsRefusedInOneSentence() {
        Map<String, Object> typed =
                new ReadinessStep.DescriptorImpl().customInstantiate(Map.of("stages", ways("USUAL")));

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> harness.start(new ReadinessStep((List<?>) typed.get("stages"))))
                .withMessageContaining("deliveryReadiness: stages");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> harness.start(new AccountStep("shop", (List<?>) typed.get("stages"))))
                .withMessageContaining("deliveryAccount: stages");
    }

    @Test
    void readinessSaysAllProblemsAtOnce() throws Exception {
        Files.writeString(harness.workspace.resolve("pom.xml"), "<project/>");
        ReadinessStep step = new ReadinessStep(plan("USUAL"));
        step.setGit("0123456789abcdef0123456789abcdef01234567\nfalse\n M pom.xml\n");
        assertThat(harness.start(step).failure())
                .hasMessageContaining("The checkout is dirty: pom.xml")
                .hasMessageContaining("There is no version")
                .hasMessageContaining("Lint needs mvn");
    }

    @Test
    void readinessFindsOutWhatIsNotSaid() throws Exception {
        Files.writeString(harness.workspace.resolve("pom.xml"), "<project><version>1.5.0-SNAPSHOT</version></project>");
        Files.createDirectories(harness.workspace.resolve("deploy/manifests"));
        Files.writeString(harness.workspace.resolve("deploy/manifests/route.yaml"), "kind: HTTPRoute\n");
        ReadinessStep step = new ReadinessStep(plan("USUAL"));
        step.setPrograms(List.of("mvn", "trivy", "terraform"));
        step.setManifests("deploy/manifests/*.yaml");
        assertThat(harness.start(step).result())
                .containsEntry("version", "1.5.0-" + harness.run.getNumber())
                .containsEntry("tool", "maven")
                .containsEntry("strategy", "canary")
                .containsEntry("router", "gateway-api");
    }

    @Test
    void anEnvironmentMayHaveAStrategyOfItsSettings() throws Exception {
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setDefaultStrategy("rolling");
        DeliveryConfiguration.get().setEnvironments(List.of(production));
        Files.writeString(harness.workspace.resolve("VERSION"), "1.5.0");
        Files.writeString(harness.workspace.resolve("route.yaml"), "kind: HTTPRoute\n");
        ReadinessStep step = new ReadinessStep(plan("REPLACED"));
        step.setManifests("*.yaml");
        step.setEnvironment("production");
        assertThat(harness.start(step).result())
                .containsEntry("strategy", "rolling")
                .containsEntry("router", "")
                .containsEntry("why", "the settings of production say so");
    }

    @Test
    void anAccountStaysOnTheBuild() throws Exception {
        AccountStep step = new AccountStep("shop", plan("USUAL"));
        step.setDone(5);
        step.setProblem("the registry refused");
        Map<String, Object> account = harness.start(step).result();
        assertThat(account.get("headline")).isEqualTo("shop stopped in Publish");
        assertThat(account.get("text"))
                .asString()
                .contains("Stopped in Publish: the registry refused\nDone: Checkout, Lint");
        PipelineReport report = harness.run.readAgain().getAction(PipelineReport.class);
        assertThat(report.getVerdict()).isEqualTo(ReportVerdict.FAILED);
        assertThat(report.getModel().path("rows").toString())
                .contains("{\"cells\":[\"Lint\",\"\",\"done\",\"\"],\"tone\":\"GOOD\"}")
                .contains("{\"cells\":[\"Publish\",\"\",\"stopped\",\"the registry refused\"],\"tone\":\"DANGER\"}");
        assertThat(report.getModel().path("sentences").toString()).contains("To go on: Nothing was deployed.");
    }

    @Test
    void anAccountOfMoreThanRanIsRefused() throws Exception {
        AccountStep step = new AccountStep("shop", plan("USUAL"));
        step.setDone(STAGES.size() + 1);
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> harness.start(step))
                .withMessageContaining("done: 15 stages were done, but 14 run");
    }

    private void deployed(String environment, String digest, DeploymentOutcome outcome) throws IOException {
        Instant at = Instant.parse("2026-01-05T10:00:00Z");
        DeploymentHistory.get()
                .log()
                .append(new DeploymentRecord(
                        environment + digest + outcome,
                        "shop",
                        environment,
                        "1.4",
                        "mirror.example.com/shop@" + digest,
                        List.of(),
                        null,
                        "rolling",
                        "job/shop/7/",
                        List.of(),
                        List.of(),
                        null,
                        at,
                        at,
                        outcome,
                        ""));
    }

    @Test
    void anImageGoesOnIfItsDigestServedInTheEnvironmentBefore() throws Exception {
        PromotionStep step = new PromotionStep("shop", "registry.example.com/shop@" + DIGEST, "production");
        step.setFrom("staging");
        deployed("staging", DIGEST, DeploymentOutcome.ROLLED_BACK);
        assertThat(harness.start(step).failure())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("has not passed staging: it was deployed there by job/shop/7/, and did not stay");
        deployed("staging", DIGEST, DeploymentOutcome.SUCCEEDED);
        assertThat(harness.start(step).result()).containsEntry("digest", DIGEST).containsEntry("passed", "job/shop/7/");
    }

    @Test
    void whereReleasesComeFromIsWhatTheSettingsSay() throws Exception {
        DeliveryConfiguration.get()
                .setEnvironments(List.of(promoted("production", "staging"), new EnvironmentSettings("staging")));
        deployed("staging", DIGEST, DeploymentOutcome.SUCCEEDED);
        PromotionStep step = new PromotionStep("shop", "registry.example.com/shop@" + DIGEST, "production");
        assertThat(harness.start(step).result()).containsEntry("passed", "job/shop/7/");
        step.setFrom("dev");
        step.setVouched(true);
        assertThat(harness.start(step).failure())
                .hasMessageContaining("from: 'production' gets only what served in 'staging': the settings say so");
        PromotionStep nowhere = new PromotionStep("shop", "registry.example.com/shop@" + DIGEST, "staging");
        assertThat(harness.start(nowhere).failure())
                .hasMessageContaining("the settings do not say from which environment 'staging' is promoted");
    }

    @Test
    void aClosureDoesNotVouchForWhatTheSettingsDemand() throws Exception {
        DeliveryConfiguration.get()
                .setEnvironments(List.of(promoted("production", "staging"), new EnvironmentSettings("staging")));
        PromotionStep step = new PromotionStep("shop", "registry.example.com/shop@" + DIGEST, "production");
        step.setVouched(true);
        assertThat(harness.start(step).failure()).hasMessageContaining("it was never deployed there");
    }

    @Test
    void anotherOrderThanThatOfTheSettingsIsRefusedBeforeAnythingIsBuilt() throws Exception {
        DeliveryConfiguration.get()
                .setEnvironments(List.of(promoted("production", "staging"), new EnvironmentSettings("staging")));
        PlanStep step = new PlanStep(ways("USUAL"));
        step.setImage("registry.example.com/shop");
        assertThat(harness.start(step).result()).containsKey("stages");
        step.setTargets(List.of("eu-staging", "production"));
        assertThat(harness.start(step).failure())
                .hasMessage("environments: 'production' is promoted from 'staging', as its settings say, and not from"
                        + " 'eu-staging'; put 'staging' before it");
    }

    @Test
    void theStrategyIsTheOneThatIsSaidElseThatOfTheEnvironmentElseTheUsualOne() throws Exception {
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setDefaultStrategy("blue-green");
        DeliveryConfiguration.get().setEnvironments(List.of(production, new EnvironmentSettings("staging")));
        assertThat(strategy("production", "canary")).isEqualTo("canary");
        assertThat(strategy("production", null)).isEqualTo("blue-green");
        assertThat(strategy("staging", null)).isEqualTo("rolling");
        assertThat(strategy("laptop", null)).isEqualTo("rolling");
        assertThat(harness.log()).contains("To production by blue-green: the settings of the environment say so");
        StrategyStep wrong = new StrategyStep("production");
        wrong.setSaid("cannary");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> harness.start(wrong))
                .withMessageContaining("there is no strategy 'cannary'; did you mean 'canary'?");
    }

    private Object strategy(String environment, String said) throws Exception {
        StrategyStep step = new StrategyStep(environment);
        step.setSaid(said);
        return harness.start(step).<Object>answer();
    }

    private static EnvironmentSettings promoted(String name, String from) {
        EnvironmentSettings environment = new EnvironmentSettings(name);
        environment.setPromotedFrom(from);
        return environment;
    }

    @Test
    void anEnvironmentGivesItsVariablesAndNoJenkinsfileChangesThem() throws Exception {
        EnvironmentSettings staging = new EnvironmentSettings("staging");
        staging.setVariables("# where it is\nSHOP_URL=https://staging.example.com/?a=b\n");
        DeliveryConfiguration.get().setEnvironments(List.of(staging));
        EnvironmentStep step = new EnvironmentStep("staging");
        step.setVariables(Map.of("LOG_LEVEL", "debug"));
        assertThat(harness.start(step).result().get("variables"))
                .asString()
                .contains("SHOP_URL=https://staging.example.com/?a=b", "LOG_LEVEL=debug", "DELIVERY_NAMESPACE=staging");
        step.setVariables(Map.of("SHOP_URL", "https://example.org"));
        assertThat(harness.start(step).failure())
                .hasMessageContaining(
                        "'SHOP_URL' comes from the settings of the environment and cannot be changed here");
    }

    @Test
    void variablesThatOthersRelyOnAreRefused() {
        EnvironmentStep step = new EnvironmentStep("staging");
        step.setVariables(Map.of("PATH", "/tmp"));
        DeliveryConfiguration.get().setEnvironments(List.of(new EnvironmentSettings("staging")));
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> harness.start(step))
                .withMessageContaining("'PATH' has a meaning of its own");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> new EnvironmentSettings("staging").setBindings("DATABASE"))
                .withMessageContaining("'DATABASE' is no line such as NAME=value");
    }

    @Test
    void thereAreNoNotesOfABuildThatDeployedNothing() throws Exception {
        assertThat(harness.start(new NotesStep("release")).result()).isEmpty();
        assertThat(harness.start(new NotesStep("INCIDENT")).result()).isEmpty();
    }

    @Test
    void newsNameAnEventThatTargetsCanChooseBy() throws Exception {
        NewsStep step = new NewsStep("shop is out");
        step.setEvent("Not an event");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> harness.start(step))
                .withMessageContaining("event: 'Not an event' is no name of an event");
    }
}
