package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(WithJenkins.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepsTest {
    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
    }

    /** What a person enters into the form of a step, and the line of the Jenkinsfile that the Snippet Generator makes of it. */
    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("rollingDeploy", "RollingDeployStep"),
                Arguments.of("canaryPromote", "CanaryPromoteStep"),
                Arguments.of("blueGreenDeploy", "BlueGreenDeployStep"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theSnippetGeneratorMakesTheStepOfItsForm(String symbol, String type) {
        String form = "{\"stapler-class\":\"io.jenkins.plugins.delivery.steps.rollout." + type
                + "\",\"$class\":\"io.jenkins.plugins.delivery.steps.rollout." + type
                + "\",\"environment\":\"production\",\"app\":\"shop\",\"manifests\":\"deploy/*.yaml\",\"version\":\"1.4\"}";

        JenkinsClient.Answer answer = jenkins.as("admin").post("pipeline-syntax/generateSnippet", Map.of("json", form));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith(symbol)
                .contains("environment: 'production'", "app: 'shop'", "manifests: 'deploy/*.yaml'", "version: '1.4'");
    }

    @Test
    void everyStepIsOfferedWithItsForm() {
        String steps = jenkins.as("admin").script("""
                import org.jenkinsci.plugins.workflow.steps.StepDescriptor
                StepDescriptor.all().findAll { it.clazz.name.contains('plugins.delivery') }.each { println it.functionName }
                null
                """);
        String page = jenkins.as("admin").get("pipeline-syntax/").body();

        assertThat(steps.lines())
                .contains(
                        "securityScan",
                        "smokeTest",
                        "approvalGate",
                        "blueGreenDeploy",
                        "canaryPromote",
                        "rollingDeploy",
                        "rollbackDeploy");
        assertThat(steps.lines())
                .allSatisfy(
                        step -> assertThat(page.contains(step + ":")).as(step).isTrue());
    }

    @Test
    void anArgumentThatDoesNotExistIsSaidInOneSentence() {
        Builds.Ended ended = new Builds(jenkins.as("admin")).run("typo", "smokeTest(urll: 'http://127.0.0.1/')");

        assertThat(ended.result()).isEqualTo("FAILURE");
        assertThat(ended.log()).contains("urll").doesNotContain("\tat io.jenkins.plugins.delivery");
    }

    @Test
    void scansReportsOfTheWorkspaceInTheSandbox() {
        Builds.Ended ended = new Builds(jenkins.as("admin")).run("scan", """
                node {
                  writeFile file: 'a.sarif', text: '''{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[
                    {"ruleId":"R1","level":"error","message":{"text":"<b>bad</b>"},"locations":[{"physicalLocation":{
                    "artifactLocation":{"uri":"src/a.c"},"region":{"startLine":3}}}]}]}]}'''
                  def found = securityScan(reports: '*.sarif', gates: [[severity: 'HIGH', max: 5]])
                  echo "found ${found.total}"
                }
                """);

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log()).contains("found 1");
    }

    @Test
    void declarativePipelinesUseTheSteps() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                jenkins.plugins().plugin("pipeline-model-definition").isPresent(),
                "pipeline-model-definition is not among the plugins, so nothing declarative was run");
        Builds.Ended ended = new Builds(jenkins.as("admin"))
                .run("declarative", """
                pipeline {
                  agent any
                  stages {
                    stage('Smoke') { steps { smokeTest checks: [[tcp: '127.0.0.1:%d']] } }
                  }
                }
                """.formatted(jenkins.url().getPort()));

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
    }
}
