package io.jenkins.plugins.delivery.steps.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.flow.DeliveryReportStep;
import io.jenkins.plugins.delivery.steps.StepHarness;
import io.jenkins.plugins.delivery.steps.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of the schema that the version before could not live with, in releases that each can be taken back. */
class ExpandAndContractTest {
    private static final String STATE = "{\"migrations\": [{\"version\": \"%s\", \"state\": \"%s\"}]}\n";

    private PretendCluster cluster;
    private StepHarness harness;

    @BeforeEach
    void expanded(@TempDir Path folder) throws Exception {
        cluster = new PretendCluster();
        harness = new StepHarness(folder);
        cluster.isProduction(harness, "shop");
        deployed("1.3.0");
        harness.nextBuild();
        migrated("4", Map.of());
        deployed("1.4.0");
        harness.nextBuild();
        deployed("1.5.0");
    }

    @AfterEach
    void stop() {
        harness.close();
        cluster.close();
    }

    @Test
    void beforeItIsContractedEveryVersionCanComeBack() throws Exception {
        harness.nextBuild();

        assertThat(back("1.3.0").result()).containsEntry("version", "1.3.0");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1.3.0");
    }

    @Test
    void onceItIsContractedOnlyWhatCanLiveWithItComesBack() throws Exception {
        harness.nextBuild();
        migrated("5", Map.of("schemaFloor", "1.5.0"));
        deployed("1.6.0");
        harness.nextBuild();

        assertThat(back("1.4.0").failure())
                .hasMessageContaining("1.4.0")
                .hasMessageContaining("a database that works with 1.5.0 or newer");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1.6.0");
        assertThat(back("1.5.0").result()).containsEntry("version", "1.5.0");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1.5.0");
    }

    @Test
    void contractedButNeverDeployedItIsWhatTheDatabaseWorksWithThatCounts() throws Exception {
        harness.nextBuild();
        migrated("5", Map.of("schemaFloor", "1.5.0"));
        harness.nextBuild();

        assertThat(back("1.4.0").failure()).hasMessageContaining("a database that works with 1.5.0 or newer");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1.5.0");
    }

    private void deployed(String version) throws Exception {
        RollingDeployStep step = Steps.with(new RollingDeployStep("production", "shop"), "deploy/*.yaml");
        step.setImage("shop:" + version);
        step.setVersion(version);
        harness.start(step).result();
    }

    private StepHarness back(String version) throws Exception {
        RollbackDeployStep step = new RollbackDeployStep("production", "shop");
        step.setTo(version);
        return harness.start(step);
    }

    private void migrated(String version, Map<String, Object> more) throws Exception {
        Files.writeString(
                harness.workspace.resolve("migration.log"),
                "=== delivery before ===\n" + STATE.formatted(version, "Pending") + "=== delivery migrate ===\n"
                        + "=== delivery after ===\n" + STATE.formatted(version, "Success"));
        Map<String, Object> settings = new HashMap<>(more);
        settings.putAll(Map.of("tool", "flyway", "environment", "production", "app", "shop"));
        DeliveryReportStep step = new DeliveryReportStep("database-migration", "migration.log");
        step.setSettings(settings);
        harness.start(step).result();
    }
}
