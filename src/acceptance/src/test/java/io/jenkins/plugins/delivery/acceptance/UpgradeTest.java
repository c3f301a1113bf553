package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Builds outlive the version of the plugin that made them, and the plugin. */
@ExtendWith(WithJenkins.class)
@NeedsWar("installs and uninstalls the plugin")
class UpgradeTest {
    private static final String PREVIOUS = System.getProperty("jenkins.previous", "");

    @TempDir
    Path folder;

    private RealJenkins jenkins;
    private Cluster cluster;

    private void start(Path hpi, String name) throws IOException {
        jenkins = WithJenkins.start((AcceptanceTarget.Managed) AcceptanceTarget.of(System::getProperty), hpi, name);
        cluster = new Cluster(folder);
        Settings.point(jenkins, cluster);
    }

    @AfterEach
    void end() {
        if (jenkins != null) {
            jenkins.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void buildsAndAnOpenGateOfTheVersionBeforeGoOn() throws IOException {
        if (PREVIOUS.isEmpty()) {
            System.out.println("Skipped the upgrade: -Djenkins.previous=<.hpi> names the version to upgrade from.");
        }
        assumeTrue(!PREVIOUS.isEmpty(), "-Djenkins.previous=<.hpi> names the version to upgrade from");
        start(Path.of(PREVIOUS).toAbsolutePath(), "upgraded");
        FullBuild old = FullBuild.run(jenkins, cluster, "old");
        List<FullBuild.Place> places = old.places(jenkins);
        History before = History.of(jenkins, old, places);
        String settings = settings();

        jenkins.restartWith(WithJenkins.HPI);

        History after = History.of(jenkins, old, places);
        assertThat(after.reports()).isEqualTo(before.reports());
        assertThat(settings()).isEqualTo(settings);
        JenkinsClient.Answer approved =
                jenkins.as("approver").post(old.path() + "approval-production/approve", Map.of("reason", "Newer."));
        assertThat(approved.status()).as(approved.body()).isBetween(200, 303);
        Builds builds = new Builds(jenkins.as("admin"));
        assertThat(builds.end("old", old.number()).result()).isEqualTo("SUCCESS");
        FullBuild next = FullBuild.run(jenkins, cluster, "old");
        assertThat(next.number()).isGreaterThan(old.number());
        assertThat(jenkins.as("admin").json(next.path() + "security-scan/json").toString())
                .as("compared with the scan of the version before")
                .contains("2 findings")
                .doesNotContain("no earlier scan");
        assertThat(LogProblems.of(jenkins.log()))
                .filteredOn(problem -> problem.contains("delivery"))
                .isEmpty();
    }

    private String settings() {
        return jenkins.as("admin").script("""
                def settings = io.jenkins.plugins.delivery.config.DeliveryConfiguration.get()
                print settings.clusters*.name + settings.environments*.name + settings.environments*.approvers*.user
                """);
    }

    @Test
    void withoutThePluginBuildsAreReadableAndWithItTheirReportsAreBack() throws IOException {
        start(WithJenkins.HPI, "uninstalled");
        FullBuild build = FullBuild.run(jenkins, cluster, "kept");
        jenkins.as("approver").post(build.path() + "approval-production/approve", Map.of("reason", "Keep it."));
        new Builds(jenkins.as("admin")).end("kept", build.number());
        List<FullBuild.Place> places = build.places(jenkins);
        jenkins.restart();
        History before = History.of(jenkins, build, places);
        assertThat(before.reports()).hasSizeGreaterThanOrEqualTo(5);

        jenkins.restartWithout();

        assertThat(jenkins.as("admin").get("job/kept/").status()).isEqualTo(200);
        assertThat(jenkins.as("admin").get(build.path()).status()).isEqualTo(200);
        assertThat(jenkins.as("admin").get("manage/").status()).isEqualTo(200);
        History without = History.of(jenkins, build, places);
        assertThat(without.result()).isEqualTo("SUCCESS");
        assertThat(without.log()).isEqualTo(before.log());
        assertThat(without.files()).isEqualTo(before.files());
        assertThat(without.reports()).isEmpty();

        jenkins.restartWith(WithJenkins.HPI);

        assertThat(History.of(jenkins, build, places)).isEqualTo(before);
        assertThat(settings()).contains("local", "production", "approver, second");
    }
}
