package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example from lint to production: from Git, on an agent in another process, with a secret, into the embedded cluster. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("makes an agent and credentials, and approves as another person")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorefrontTest {
    private static final String SECRET = "jdbc:sqlite:target/storefront.db";
    private static final List<String> NEEDED =
            List.of("credentials-binding", "git", "junit", "pipeline-model-definition", "plain-credentials");
    private RealJenkins jenkins;
    private Cluster cluster;

    @BeforeAll
    void start(RealJenkins shared, Cluster own) {
        jenkins = shared;
        cluster = own;
        List<String> absent = NEEDED.stream()
                .filter(name -> jenkins.plugins().plugin(name).isEmpty())
                .toList();
        Assumptions.assumeTrue(absent.isEmpty(), () -> "the storefront needs the plugins " + absent);
        Assumptions.assumeTrue(isThere("mvn"), "the storefront is built with Maven, and there is no mvn on the PATH");
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void aReleaseGoesFromLintToProduction() throws Exception {
        Storefront shop = new Storefront(cluster.embedded());
        Path folder = Path.of("target/jenkins").toAbsolutePath();
        GitRepository source = Storefront.repository(folder.resolve("repositories/storefront"));
        jenkins.as("admin")
                .script(Scripts.script(
                        "storefront.groovy",
                        Map.of(
                                "SECRET",
                                SECRET,
                                "REGISTRY",
                                cluster.embedded().registry().orElseThrow())));
        Builds builds = new Builds(jenkins.as("admin"));
        builds.define("storefront", GitJob.xml(source.folder()));

        Builds.Ended ended;
        try (AgentProcess agent = AgentProcess.start(jenkins, "bench", folder.resolve("agent"))) {
            int number = builds.begin("storefront");
            builds.awaitLog("storefront", number, "com.example.storefront.Storefront migrate");
            shop.imageWritten(agent.workspace("storefront").resolve("target/jib-image.tar"), "1.5.0");
            builds.awaitLog("storefront", number, "Approve or reject:");
            jenkins.as("approver")
                    .post(
                            "job/storefront/" + number + "/approval-production/approve",
                            Map.of("reason", "Staging is fine."));
            ended = builds.end("storefront", number);
        }

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log())
                .contains("Running on bench in", "Approved by approver: Staging is fine.")
                .doesNotContain(SECRET);
        assertThat(shop.version()).contains("1.5.0");
    }
}
