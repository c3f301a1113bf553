package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** The settings with Configuration as Code: what is imported comes back in the export, and the schema knows it. */
@ExtendWith(WithJenkins.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigurationAsCodeTest {
    private static final Path DOCUMENT = Path.of("../../docs/administration.md");
    private static final String YAML = "application/x-yaml";
    /** A script that takes all of our settings away. */
    static final String NOTHING = """
            import io.jenkins.plugins.delivery.config.*
            def settings = DeliveryConfiguration.get()
            settings.environments = []
            settings.clusters = []
            settings.metricProviders = []
            settings.smokeTestHosts = []
            settings.scanners = []
            settings.freezes = []
            settings.notificationTargets = []
            settings.scanGates = []
            settings.auditRetentionDays = 0
            settings.largestReportMegabytes = 4096
            println 'empty'
            """;

    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
        assumeTrue(
                jenkins.plugins().plugin("configuration-as-code").isPresent(),
                "configuration-as-code is not among the plugins, so nothing was imported or exported");
    }

    @AfterAll
    void reset() {
        if (jenkins != null) {
            assertThat(jenkins.as("admin").script(NOTHING)).isEqualTo("empty");
        }
    }

    @Test
    void whatTheDocumentShowsIsImportedAndComesBack() throws Exception {
        String page = Files.readString(DOCUMENT);
        int begin = page.indexOf("```yaml\ndelivery:") + "```yaml\n".length();

        roundTrip(page.substring(begin, page.indexOf("```", begin)));
    }

    @Test
    void everySettingIsImportedAndComesBack() throws Exception {
        roundTrip(SettingsYaml.all());
    }

    @Test
    void whatWasExportedIsImportedAndExportedAgainAsItWas() throws Exception {
        roundTrip(SettingsYaml.all());
        Map<?, ?> exported = export();

        assertThat(jenkins.as("admin").script(NOTHING)).isEqualTo("empty");
        apply(new Dump(DumpSettings.builder().build())
                .dumpToString(Map.of("delivery", Map.of("progressiveDelivery", exported))));

        assertThat(export()).isEqualTo(exported);
    }

    /** A setting that nobody added to the file would not be tried: the schema says what there is. */
    @Test
    void theSchemaHasEverySettingAndTheFileTriesThemAll() throws Exception {
        String schema = jenkins.as("admin")
                .post("configuration-as-code/schema", Map.of())
                .body();
        JsonNode settings = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(schema)
                .at("/properties/delivery/properties/progressiveDelivery/properties");

        compare("", settings, List.of(SettingsYaml.ours(SettingsYaml.all())));
    }

    @Test
    void whatCannotBeUsedIsRefusedWithItsReasonAndChangesNothing() throws Exception {
        roundTrip(SettingsYaml.all());

        JenkinsClient.Answer answer = jenkins.as("admin").post("configuration-as-code/apply", YAML, """
                delivery:
                  progressiveDelivery:
                    environments:
                      - name: "production"
                        promotedFrom: "nowhere"
                """);

        assertThat(answer.status()).isNotEqualTo(200);
        assertThat(String.join("\n", jenkins.log()))
                .contains("environments: production: promotedFrom: there is no environment 'nowhere'");
        SettingsYaml.contains(export(), SettingsYaml.ours(SettingsYaml.all()));
    }

    private void roundTrip(String yaml) {
        assertThat(jenkins.as("admin").script(NOTHING)).isEqualTo("empty");
        JenkinsClient.Answer check = jenkins.as("admin").post("configuration-as-code/check", YAML, yaml);
        assertThat(check.status()).as(check.body()).isEqualTo(200);
        assertThat(check.body().strip()).isEqualTo("[]");
        apply(yaml);
        SettingsYaml.contains(export(), SettingsYaml.ours(yaml));
    }

    private void apply(String yaml) {
        JenkinsClient.Answer apply = jenkins.as("admin").post("configuration-as-code/apply", YAML, yaml);
        assertThat(apply.status()).as(apply.body()).isEqualTo(200);
    }

    private Map<?, ?> export() {
        JenkinsClient.Answer answer = jenkins.as("admin").post("configuration-as-code/export", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return SettingsYaml.ours(answer.body());
    }

    private static void compare(String where, JsonNode schema, List<?> tried) {
        TreeSet<String> known = new TreeSet<>();
        schema.fieldNames().forEachRemaining(known::add);
        assertThat(known).as("schema of " + where).isEqualTo(keys(tried));
        for (String name : known) {
            List<?> nested = tried.stream()
                    .map(map -> ((Map<?, ?>) map).get(name))
                    .filter(List.class::isInstance)
                    .flatMap(list -> ((List<?>) list).stream())
                    .filter(Map.class::isInstance)
                    .toList();
            boolean generated =
                    where.isEmpty() || schema.path(name).at("/items").has("properties");
            if (!nested.isEmpty() && generated) { // the plugin describes lists of lists by their name alone
                compare(where + "/" + name, schema.path(name).at("/items/properties"), nested);
            }
        }
    }

    private static TreeSet<String> keys(List<?> maps) {
        TreeSet<String> keys = new TreeSet<>();
        maps.forEach(map -> ((Map<?, ?>) map).keySet().forEach(key -> keys.add(String.valueOf(key))));
        return new TreeSet<>(new ArrayList<>(keys));
    }
}
