package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This repository as a global library of Jenkins. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("makes a global library")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedLibraryTest {
    private RealJenkins jenkins;
    private Cluster cluster;

    @BeforeAll
    void start(RealJenkins shared, Cluster own) {
        jenkins = shared;
        cluster = own;
        for (String plugin : List.of("git", "pipeline-groovy-lib", "credentials-binding")) {
            Assumptions.assumeTrue(
                    jenkins.plugins().plugin(plugin).isPresent(),
                    plugin + " is not among the plugins, so no library was loaded");
        }
    }

    /** One that nobody has to trust runs in the sandbox, as the Jenkinsfile does. */
    @ParameterizedTest(name = "trusted: {0}")
    @ValueSource(booleans = {true, false})
    void aPipelineUsesTheLibraryFromGit(boolean trusted) throws Exception {
        GlobalLibrary.load(jenkins, trusted);
        String job = "library-" + trusted;

        Builds.Ended ended = run(job, "library-job.groovy");

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log())
                .contains("Loading library progressive-delivery@main", "built by maven", "in production");
        assertThat(cluster.serves(job)).containsExactly("1");
    }

    @ParameterizedTest(name = "trusted: {0}")
    @ValueSource(booleans = {true, false})
    void theWholeFlowGoesFromLintToProduction(boolean trusted) throws Exception {
        GlobalLibrary.load(jenkins, trusted);
        String job = "flow-" + trusted;

        Builds.Ended ended = run(job, "library-flow.groovy");

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log())
                .containsSubsequence(
                        "{ (Lint)",
                        "{ (Test)",
                        "{ (Scan)",
                        "{ (Build)",
                        "{ (Publish)",
                        "{ (Approval)",
                        "{ (Production)",
                        "after production",
                        "{ (Verify)",
                        "{ (Release notes)")
                .contains("told: ");
        assertThat(cluster.serves(job)).containsExactly("1");
    }

    private Builds.Ended run(String job, String pipeline) throws Exception {
        return new Builds(jenkins.as("admin"))
                .run(
                        job,
                        Scripts.script(
                                pipeline,
                                Map.of("JOB", job, "IMAGE", cluster.image("1"), "MANIFESTS", TinyApp.manifests(job))));
    }
}
