package io.jenkins.plugins.delivery.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import io.jenkins.plugins.delivery.engine.approval.ReasonRule;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file of the settings, with a value for each of them, as this version writes it. A later version has to read it: what
 * changes is added to {@code every-setting.xml}, or converted; nothing in there is renamed or removed.
 */
class SettingsFileTest {
    private static final String FILE = DeliveryConfiguration.class.getName() + ".xml";

    @TempDir
    private Path home;

    private LocalJenkins jenkins;

    @BeforeEach
    void start() throws Exception {
        jenkins = LocalJenkins.start(home);
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @Test
    void a_file_with_every_setting_is_read_and_written_again_as_it_was() throws Exception {
        jenkins.close();
        Files.writeString(home.resolve(FILE), kept());
        start();

        DeliveryConfiguration read = DeliveryConfiguration.get();
        assertThat(read.environment("production").getApprovers().get(0).toRule().users())
                .containsExactlyInAnyOrder("alice", "bob");
        assertThat(read.environment("production").metricSource()).contains(SeriesSource.ISTIO);
        assertThat(read.cluster("main").allowsJob("my team/payments")).isTrue();
        assertThat(read.getScanners().get(0).definition().command()).startsWith("sqlcheck");
        assertThat(read.getFreezes().get(0).toFreeze().reason()).isEqualTo("year-end closing");
        Files.delete(home.resolve(FILE));
        read.save();
        assertThat(written()).isEqualTo(kept());
    }

    @Test
    void every_setting_is_written_as_in_the_file_that_is_kept() throws Exception {
        configure();

        assertThat(written()).isEqualTo(kept());
    }

    /** A setting that nobody added would not be tried. */
    @TestFactory
    Stream<DynamicTest> the_file_that_is_kept_has_every_field() throws Exception {
        String kept = kept();
        return Stream.of(
                        DeliveryConfiguration.class,
                        ClusterSettings.class,
                        EnvironmentSettings.class,
                        Approver.class,
                        MetricProviderSettings.class,
                        NotificationTargetSettings.class,
                        FreezeSettings.class,
                        ScannerSettings.class,
                        ScannerCredential.class,
                        ScanGate.class)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    String tag = "<" + type.getName() + ">";
                    assertThat(kept).contains(tag);
                    String within = kept.substring(kept.indexOf(tag), kept.lastIndexOf("</" + type.getName() + ">"));
                    assertThat(fields(type))
                            .allSatisfy(field -> assertThat(within).contains("<" + field + ">"));
                }));
    }

    private static List<String> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .filter(field -> !field.isSynthetic())
                .map(Field::getName)
                .toList();
    }

    private String written() throws Exception {
        return Files.readString(home.resolve(FILE))
                        .replaceAll(" plugin=\"[^\"]*\"", "")
                        .stripTrailing() + "\n";
    }

    private static String kept() throws Exception {
        try (InputStream file = SettingsFileTest.class.getResourceAsStream("every-setting.xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void configure() {
        DeliveryConfiguration settings = DeliveryConfiguration.get();
        settings.setClusters(List.of(cluster()));
        settings.setEnvironments(List.of(new EnvironmentSettings("staging"), production()));
        MetricProviderSettings prometheus = new MetricProviderSettings("prometheus");
        prometheus.setPresets("queue: sum(queue_length{pod=~\"{{pods}}\"})");
        settings.setMetricProviders(List.of(provider(), prometheus));
        settings.setSmokeTestHosts(List.of("*.staging.example.com"));
        settings.setScanners(List.of(scanner()));
        FreezeSettings freeze =
                new FreezeSettings("year-end closing", "2026-12-18T18:00", "2027-01-04T08:00", "Europe/Berlin");
        freeze.setEnvironments(List.of("production"));
        settings.setFreezes(List.of(freeze));
        settings.setNotificationTargets(List.of(target()));
        settings.setAuditRetentionDays(400);
        settings.setLargestReportMegabytes(100);
        ScanGate gate = new ScanGate();
        gate.setSeverity("CRITICAL");
        gate.setKind("SECRET");
        gate.setMax(1);
        gate.setScope("NEW");
        gate.setResult("UNSTABLE");
        settings.setScanGates(List.of(gate));
    }

    private static ClusterSettings cluster() {
        ClusterSettings cluster = new ClusterSettings("main");
        cluster.setServer("https://kubernetes.example.com:6443");
        cluster.setCredentialsId("deployer");
        cluster.setAllowedNamespaces(List.of("production", "team-*"));
        cluster.setAllowedClusterKinds(List.of("PriorityClass"));
        cluster.setAllowedFolders(List.of("shop", "my team/payments"));
        cluster.setCaCertificate("-----BEGIN CERTIFICATE-----");
        cluster.setSkipTlsVerify(true);
        cluster.setReachableAt(ReachableAt.ANNOTATION);
        cluster.setGuardianImage("registry.example.com/delivery-guardian:0.1.0");
        cluster.setGuardianServiceAccount("guardian");
        return cluster;
    }

    private static EnvironmentSettings production() {
        Approver people = new Approver();
        people.setUser("alice, bob");
        people.setGroup("ops");
        people.setCount(2);
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setCluster("main");
        production.setNamespace("team-shop");
        production.setApprovers(List.of(people));
        production.setQuorum(3);
        production.setSelfApproval(true);
        production.setReason(ReasonRule.REQUIRED);
        production.setTicket("OPS-\\d+");
        production.setRequiredEvidence(List.of("security-scan"));
        production.setWindow("Mon-Fri 09:00-16:00 Europe/Berlin");
        production.setNewestWins(true);
        production.setRouterAddress("tcp://10.0.0.5:9999");
        production.setMetricSource("ISTIO");
        production.setVariables("LOG_LEVEL=info");
        production.setBindings("DATABASE=shop-database");
        production.setPromotedFrom("staging");
        production.setDefaultStrategy("blue-green");
        production.setColour("red");
        return production;
    }

    private static MetricProviderSettings provider() {
        MetricProviderSettings provider = new MetricProviderSettings("slo");
        provider.setType(MetricProviderType.WEB);
        provider.setUrl("https://slo.example.com/{{app}}");
        provider.setCredentialsId("slo-reader");
        provider.setSource(SeriesSource.ENVOY);
        provider.setHeaders("X-Team: payments");
        provider.setJsonPath("$.value");
        return provider;
    }

    private static ScannerSettings scanner() {
        ScannerSettings scanner = new ScannerSettings("sqlcheck");
        scanner.setCommand(List.of("sqlcheck\n--sarif\n{report}\n{files:**/*.sql}"));
        scanner.setVersionCommand(List.of("sqlcheck\nversion"));
        scanner.setFindingsExitCodes("2");
        scanner.setFormat("sarif");
        scanner.setInstall("Install sqlcheck from the tool share.");
        scanner.setEnvironment(List.of("LEVEL=strict"));
        scanner.setCredentials(List.of(new ScannerCredential("SQLCHECK_TOKEN", "sqlcheck")));
        return scanner;
    }

    private static NotificationTargetSettings target() {
        NotificationTargetSettings target = new NotificationTargetSettings("release-room");
        target.setType(NotificationTargetType.SLACK);
        target.setUrl("https://chat.example.com");
        target.setCredentialsId("release-room-address");
        target.setRecipients(List.of("ops@example.com"));
        target.setEvents(List.of("approval.requested", "deployment.rolled-back"));
        target.setEnvironments(List.of("production"));
        return target;
    }
}
