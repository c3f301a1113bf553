package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of our steps with what it is for, in one build in the sandbox that somebody else approves. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("approves as another person")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryStepTest {
    private RealJenkins jenkins;
    private Cluster cluster;

    @BeforeAll
    void start(RealJenkins shared, Cluster own) {
        jenkins = shared;
        cluster = own;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"scripted, every-step.groovy", "declarative, every-step-declarative.groovy"})
    void allStepsWorkInTheSandbox(String kind, String resource) throws Exception {
        Assumptions.assumeTrue(
                kind.equals("scripted")
                        || jenkins.plugins().plugin("pipeline-model-definition").isPresent(),
                "pipeline-model-definition is not among the plugins, so nothing declarative was run");
        String job = "every-" + kind;
        String program = Scripts.script(
                resource,
                Map.of(
                        "JOB", job,
                        "IMAGE", cluster.image("1"),
                        "NEXT", cluster.image("2"),
                        "ROLLING", TinyApp.manifests(job + "-rolling"),
                        "CANARY", TinyApp.manifests(job + "-canary"),
                        "COLOURS", TinyApp.manifests(job + "-colours")));
        assertThat(steps()).as("steps of " + resource).allSatisfy(step -> assertThat(program)
                .containsPattern("\\b" + step + "\\b"));

        Builds builds = new Builds(jenkins.as("admin"));
        builds.job(job, program);
        int number = builds.begin(job);
        builds.awaitLog(job, number, "Approve or reject:");
        jenkins.as("approver")
                .post("job/" + job + "/" + number + "/approval-production/approve", Map.of("reason", "Fine."));
        Builds.Ended ended = builds.end(job, number);

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log()).contains("Approved by approver: Fine.", "builds with maven");
        assertThat(cluster.serves(job + "-rolling")).containsExactly("1");
        assertThat(cluster.serves(job + "-canary")).containsExactly("1");
    }

    private Iterable<String> steps() {
        return jenkins.as("admin").script("""
                import org.jenkinsci.plugins.workflow.steps.StepDescriptor
                StepDescriptor.all().findAll { it.clazz.name.contains('plugins.delivery') }.each { println it.functionName }
                null
                """).lines().toList();
    }
}
