package io.jenkins.plugins.delivery.steps.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.flow.DeliveryReportStep;
import io.jenkins.plugins.delivery.steps.StepHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MigratedSchemaTest {
    private static final String STATE = "{\"migrations\": [{\"version\": \"1\", \"state\": \"%s\"}]}\n";

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

    private void migrated(String after, Map<String, Object> settings) throws Exception {
        Files.writeString(
                harness.workspace.resolve("migration.log"),
                "=== delivery before ===\n" + STATE.formatted("Pending") + "=== delivery migrate ===\n"
                        + "=== delivery after ===\n" + STATE.formatted(after));
        DeliveryReportStep step = new DeliveryReportStep("database-migration", "migration.log");
        step.setSettings(settings);
        step.setPropagate(false);
        harness.start(step).result();
    }

    private String floor(String environment, String app) {
        return MigratedSchema.floor(harness.run, environment, app);
    }

    @Test
    void theNewestMigrationOfTheEnvironmentAndTheApplicationCounts() throws Exception {
        assertThat(floor("production", "shop")).isNull();
        migrated("Success", Map.of("tool", "flyway", "environment", "production", "schemaFloor", "1.4"));
        migrated("Success", Map.of("tool", "flyway", "environment", "staging", "schemaFloor", "1.6"));
        migrated("Success", Map.of("tool", "flyway", "environment", "production", "app", "other", "schemaFloor", "7"));

        assertThat(floor("production", "shop")).isEqualTo("1.4");
        assertThat(floor("production", "other")).isEqualTo("7");
        assertThat(floor("staging", "shop")).isEqualTo("1.6");
    }

    @Test
    void itCountsInLaterBuildsOfTheJobTooUnlessItChangedNothing() throws Exception {
        migrated("Success", Map.of("tool", "flyway", "environment", "production", "schemaFloor", "1.4"));
        harness.nextBuild();
        migrated("Pending", Map.of("tool", "flyway", "environment", "production", "schemaFloor", "1.5"));

        assertThat(floor("production", "shop")).isEqualTo("1.4");
    }
}
