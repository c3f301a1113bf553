package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real {@code az}, which nobody has logged in: it reads its arguments before it finds that out. */
@Timeout(120)
class AzureTest {
    private static final String TEMPLATE = """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
             "parameters": {"size": {"type": "int"}, "zones": {"type": "string"}}, "resources": []}
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsAskedOfItIsUnderstood() throws Exception {
        assumeTrue(Programs.has("az"), "Skipped: there is no az on the PATH to ask what would happen");
        PipelineOutcome outcome =
                new Rehearsed(folder).file("main.json", TEMPLATE).run("""
                        node { withEnv(["AZURE_CONFIG_DIR=${pwd()}/azure", 'AZURE_CORE_COLLECT_TELEMETRY=false']) {
                        provisionInfrastructure(tool: 'bicep', resourceGroup: 'shop', template: 'main.json', variables: [size: 3, zones: 'a,b'])
                        } }""");
        assertThat(outcome.error())
                .contains(
                        "provisionInfrastructure: Azure did not get through", "Please run 'az login' to setup account");
    }
}
