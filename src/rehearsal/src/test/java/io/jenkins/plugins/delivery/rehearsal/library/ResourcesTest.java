package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.delivery.engine.exposition.MetricFamily;
import io.jenkins.plugins.delivery.engine.rollout.status.RolloutCounts;
import io.jenkins.plugins.delivery.engine.scan.Gate;
import io.jenkins.plugins.delivery.engine.yaml.YamlFile;
import io.jenkins.plugins.delivery.environments.DoraFamilies;
import io.jenkins.plugins.delivery.environments.VisibleHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library brings along is what its readers take: Prometheus, Grafana, chat rooms and people. */
class ResourcesTest {
    private static final Path RESOURCES = Path.of("../../resources/io/jenkins/plugins/delivery")
            .toAbsolutePath()
            .normalize();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

    @Test
    void prometheusTakesTheRulesAndTheyDoWhatTheyAreFor() throws Exception {
        assumeTrue(
                Programs.has("promtool"), "Skipped: there is no promtool on the PATH to check Prometheus's rules with");
        assertThat(promtool("check", "rules", "--lint=all", "--lint-fatal", "rules.yaml"))
                .contains("SUCCESS");
        assertThat(promtool("test", "rules", "rules-test.yaml"))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    private static String promtool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(RESOURCES.resolve("prometheus").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static List<Map<?, ?>> rules() throws IOException {
        Map<?, ?> root =
                (Map<?, ?>) YamlFile.parse("rules.yaml", Files.readString(RESOURCES.resolve("prometheus/rules.yaml")))
                        .root();
        List<Map<?, ?>> rules = new ArrayList<>();
        for (Object group : (List<?>) root.get("groups")) {
            ((List<?>) ((Map<?, ?>) group).get("rules")).forEach(rule -> rules.add((Map<?, ?>) rule));
        }
        return rules;
    }

    /** What Jenkins tells Prometheus, and what the rules record. */
    private static Set<String> ourSeries() throws IOException {
        Set<String> series = new TreeSet<>();
        List<MetricFamily> families = new ArrayList<>(new RolloutCounts().families());
        families.addAll(DoraFamilies.of(new VisibleHistory(List.of(), List.of(), 0), List.of(), Instant.EPOCH));
        for (MetricFamily family : families) {
            boolean summary = family.type() == MetricFamily.Type.SUMMARY;
            (summary ? List.of("_sum", "_count") : List.of("")).forEach(end -> series.add(family.name() + end));
        }
        for (Map<?, ?> rule : rules()) {
            if (rule.get("record") != null) {
                series.add(rule.get("record").toString());
            }
        }
        return series;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollouts", "dora"})
    void everyPanelOfADashboardAsksOnlyForSeriesThatThereAre(String dashboard) throws Exception {
        JsonNode root = JSON.readTree(
                RESOURCES.resolve("grafana/" + dashboard + ".json").toFile());
        Set<String> known = ourSeries();
        assertThat(known).contains("delivery_rollouts_ended_total", "delivery_dora_lead_time_minutes");
        assertThat(root.path("panels")).isNotEmpty();
        Set<String> ids = new TreeSet<>();
        for (JsonNode panel : root.path("panels")) {
            ids.add(panel.path("id").asText());
            assertThat(panel.path("targets")).as(panel.path("title").asText()).isNotEmpty();
            for (JsonNode target : panel.path("targets")) {
                assertThat(known)
                        .as(panel.path("title").asText())
                        .containsAll(seriesOf(target.path("expr").asText()));
            }
        }
        assertThat(ids).hasSize(root.path("panels").size());
        for (JsonNode variable : root.at("/templating/list")) {
            Matcher asked = Pattern.compile("label_values\\(([a-z_:]+)")
                    .matcher(variable.path("query").asText());
            if (asked.find()) {
                assertThat(known).contains(asked.group(1));
            }
        }
    }

    /** Names that are neither functions, nor words of PromQL, nor labels. */
    private static List<String> seriesOf(String expression) {
        String bare = expression
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\b(by|without)\\s*\\([^)]*\\)", "")
                .replaceAll("\\[[^]]*]", "");
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            boolean function = bare.substring(name.end()).stripLeading().startsWith("(");
            if (!function && !Set.of("or", "and", "unless").contains(name.group())) {
                names.add(name.group());
            }
        }
        assertThat(names).as(expression).isNotEmpty();
        return names;
    }

    @Test
    void everyAlertNamesARunbookThatThereIs() throws Exception {
        List<Map<?, ?>> alerts =
                rules().stream().filter(rule -> rule.get("alert") != null).toList();
        assertThat(alerts)
                .extracting(alert -> alert.get("alert").toString())
                .contains("ErrorRateHigh", "LatencyHigh", "SaturationHigh", "CertificateExpires", "BackupFailed");
        for (Map<?, ?> alert : alerts) {
            Object runbook = ((Map<?, ?>) alert.get("annotations")).get("runbook");
            assertThat(RESOURCES.resolve(runbook.toString())).exists();
        }
        try (Stream<Path> files = Files.list(RESOURCES.resolve("runbooks"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "deploy.md", "roll-back.md", "restart.md", "scale.md", "restore.md", "incident.md");
        }
    }

    @Test
    void theDefaultGatesAreGates() throws Exception {
        Object gates = JSON.readValue(RESOURCES.resolve("scan-gates.json").toFile(), List.class);
        assertThat(Gate.parse("gates", gates)).hasSize(4);
    }
}
