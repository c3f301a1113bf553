package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The settings with Configuration as Code: what is imported comes back in the export, and the schema knows it. */
@ExtendWith(WithJenkins.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigurationAsCodeTest {
    private static final Path DOCUMENT = Path.of("../../docs/administration.md");
    private static final String YAML = "application/x-yaml";
    private static final String NOTHING = """
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

    /** What an export leaves away, because it is so without being said. */
    private static final Map<String, String> DEFAULTS =
            Map.of("count", "1", "auditRetentionDays", "0", "largestReportMegabytes", "4096", "max", "0");

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
        roundTrip(allSettings());
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

        compare("", settings, List.of(ours(allSettings())));
    }

    @Test
    void whatCannotBeUsedIsRefusedWithItsReasonAndChangesNothing() throws Exception {
        roundTrip(allSettings());

        JenkinsClient.Answer answer = jenkins.as("admin").post("configuration-as-code/apply", YAML, """
                delivery:
                  progressiveDelivery:
                    environments:
                      - name: "production"
                        promotedFrom: "nowhere"
                """);

        assertThat(answer.status()).isNotEqualTo(200);
        assertThat(String.join("\n", jenkins.process().log()))
                .contains("environments: production: promotedFrom: there is no environment 'nowhere'");
        contains("", export(), ours(allSettings()));
    }

    private void roundTrip(String yaml) {
        assertThat(jenkins.as("admin").script(NOTHING)).isEqualTo("empty");
        JenkinsClient.Answer check = jenkins.as("admin").post("configuration-as-code/check", YAML, yaml);
        assertThat(check.status()).as(check.body()).isEqualTo(200);
        assertThat(check.body().strip()).isEqualTo("[]");
        JenkinsClient.Answer apply = jenkins.as("admin").post("configuration-as-code/apply", YAML, yaml);
        assertThat(apply.status()).as(apply.body()).isEqualTo(200);
        contains("", export(), ours(yaml));
    }

    private Map<?, ?> export() {
        JenkinsClient.Answer answer = jenkins.as("admin").post("configuration-as-code/export", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return ours(answer.body());
    }

    private static Map<?, ?> ours(String yaml) {
        Map<?, ?> all = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return (Map<?, ?>) ((Map<?, ?>) all.get("delivery")).get("progressiveDelivery");
    }

    /** Everything that is expected is there; what is there beside it has its default. */
    private static void contains(String where, Object there, Object expected) {
        if (expected instanceof Map<?, ?> map) {
            assertThat(there).as(where).isInstanceOf(Map.class);
            map.forEach((key, value) -> {
                Object found = ((Map<?, ?>) there).get(key);
                boolean leftAway = found == null && String.valueOf(value).equals(DEFAULTS.get(key));
                if (!leftAway) {
                    contains(where + "/" + key, found, value);
                }
            });
        } else if (expected instanceof List<?> list) {
            assertThat(there).as(where).isInstanceOf(List.class);
            assertThat((List<?>) there).as(where).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                contains(where + "/" + i, ((List<?>) there).get(i), list.get(i));
            }
        } else {
            assertThat(String.valueOf(there)).as(where).isEqualTo(String.valueOf(expected));
        }
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

    private static String allSettings() throws IOException {
        try (InputStream in = ConfigurationAsCodeTest.class.getResourceAsStream("all-settings.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
