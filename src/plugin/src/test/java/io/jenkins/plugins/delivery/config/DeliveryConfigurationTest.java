package io.jenkins.plugins.delivery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.Secret;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import io.jenkins.plugins.delivery.engine.approval.ReasonRule;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryConfigurationTest {
    private static final String FILE = DeliveryConfiguration.class.getName() + ".xml";

    @TempDir
    private Path home;

    private LocalJenkins jenkins;

    @BeforeEach
    void start() throws Exception {
        jenkins = LocalJenkins.start(home);
        Jenkins.get()
                .setAuthorizationStrategy(
                        new LocalPermissions().grant("root", Jenkins.ADMINISTER).grant("alice", Jenkins.READ));
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @Test
    void everything_that_is_said_survives_a_restart() throws Exception {
        configure();

        stop();
        start();

        DeliveryConfiguration configuration = DeliveryConfiguration.get();
        ClusterSettings cluster = configuration.cluster("main");
        assertThat(cluster.getServer()).isEqualTo("https://kubernetes.example.com:6443");
        assertThat(cluster.getCredentialsId()).isEqualTo("deployer");
        assertThat(cluster.getAllowedNamespaces()).containsExactly("staging", "production");
        assertThat(cluster.getAllowedFolders()).containsExactly("shop", "my team/payments");
        assertThat(cluster.getReachableAt()).isEqualTo(ReachableAt.ANNOTATION);
        assertThat(cluster.isSkipTlsVerify()).isFalse();
        EnvironmentSettings production = configuration.environment("production");
        assertThat(production.getCluster()).isEqualTo("main");
        assertThat(production.getNamespace()).isEqualTo("production");
        assertThat(production.getQuorum()).isEqualTo(2);
        assertThat(production.getReason()).isEqualTo(ReasonRule.REQUIRED);
        assertThat(production.getApprovers()).singleElement().satisfies(approver -> assertThat(approver.getGroup())
                .isEqualTo("ops"));
        assertThat(configuration.metricProvider("prometheus").getUrl()).isEqualTo("https://prometheus.example.com");
        assertThat(configuration.getSmokeTestHosts()).containsExactly("*.staging.example.com", "shop.example.com:8443");
    }

    @Test
    void the_largest_report_survives_a_restart_and_is_never_none() throws Exception {
        assertThat(DeliveryConfiguration.get().getLargestReportMegabytes()).isEqualTo(4096);
        DeliveryConfiguration.get().setLargestReportMegabytes(100);

        stop();
        start();

        assertThat(DeliveryConfiguration.get().getLargestReportMegabytes()).isEqualTo(100);
        assertThatThrownBy(() -> DeliveryConfiguration.get().setLargestReportMegabytes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("largestReportMegabytes: 0");
    }

    @Test
    void the_file_of_the_first_release_is_read() throws Exception {
        stop();
        try (InputStream first = getClass().getResourceAsStream("first-release.xml")) {
            Files.write(home.resolve(FILE), first.readAllBytes());
        }
        start();

        assertThat(DeliveryConfiguration.get()
                        .environment("production")
                        .approvalPolicy()
                        .quorum())
                .isEqualTo(2);
        assertThat(DeliveryConfiguration.get().cluster("main").allowsNamespace("production"))
                .isTrue();
    }

    @Test
    void the_file_of_this_release_is_the_one_of_the_first() throws Exception {
        configure();

        try (InputStream first = getClass().getResourceAsStream("first-release.xml")) {
            assertThat(Files.readString(home.resolve(FILE)).replaceAll(" plugin=\"[^\"]*\"", ""))
                    .isEqualToNormalizingNewlines(
                            new String(first.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_name_that_is_not_there_is_answered_with_the_nearest() {
        configure();

        assertThatThrownBy(() -> DeliveryConfiguration.get().environment("prodution"))
                .hasMessageContaining("there is no environment 'prodution'")
                .hasMessageContaining("production");
        assertThatThrownBy(() -> DeliveryConfiguration.get().cluster("")).hasMessageContaining("nothing was given");
    }

    @Test
    void names_that_cannot_be_told_apart_or_written_are_refused_and_nothing_changes() {
        configure();
        DeliveryConfiguration configuration = DeliveryConfiguration.get();

        assertThatThrownBy(() -> configuration.setClusters(List.of(new ClusterSettings("a"), new ClusterSettings("A"))))
                .hasMessageContaining("comes twice");
        assertThatThrownBy(() -> configuration.setEnvironments(List.of(new EnvironmentSettings("../etc"))))
                .hasMessageContaining("../etc");
        assertThatThrownBy(() -> configuration.setMetricProviders(List.of(new MetricProviderSettings(" "))))
                .hasMessageContaining("name is required");
        assertThatThrownBy(() -> configuration.setSmokeTestHosts(List.of("https://example.com")))
                .hasMessageContaining("is not a host name");
        assertThat(configuration.getClusters()).hasSize(1);
        assertThat(configuration.getSmokeTestHosts()).hasSize(2);
    }

    @Test
    void environments_are_in_the_order_in_which_releases_go_through_them() {
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setPromotedFrom(" staging ");
        DeliveryConfiguration configuration = DeliveryConfiguration.get();
        configuration.setEnvironments(List.of(production, new EnvironmentSettings("staging")));

        assertThat(configuration.environmentsInOrder())
                .extracting(EnvironmentSettings::getName)
                .containsExactly("staging", "production");
        assertThat(configuration.getEnvironments())
                .extracting(EnvironmentSettings::getName)
                .containsExactly("production", "staging");
    }

    @Test
    void an_environment_that_is_promoted_from_nowhere_or_from_itself_is_refused_and_nothing_changes() {
        configure();
        EnvironmentSettings one = new EnvironmentSettings("one");
        one.setPromotedFrom("two");
        EnvironmentSettings two = new EnvironmentSettings("two");
        two.setPromotedFrom("one");
        DeliveryConfiguration configuration = DeliveryConfiguration.get();

        assertThatThrownBy(() -> configuration.setEnvironments(List.of(one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("environments: one: promotedFrom: there is no environment 'two'");
        assertThatThrownBy(() -> configuration.setEnvironments(List.of(one, two)))
                .hasMessageContaining("in a circle: one ← two ← one");
        assertThatThrownBy(() -> one.setDefaultStrategy("cannary")).hasMessageContaining("did you mean 'canary'?");
        assertThatThrownBy(() -> one.setColour("#ff0000")).hasMessageContaining("there is no colour '#ff0000'");
        assertThat(configuration.getEnvironments()).hasSize(1);
    }

    @Test
    void what_names_other_settings_is_checked_while_it_is_typed() {
        configure();
        EnvironmentSettings.DescriptorImpl form = new EnvironmentSettings.DescriptorImpl();
        FreezeSettings.DescriptorImpl freeze = new FreezeSettings.DescriptorImpl();
        NotificationTargetSettings.DescriptorImpl target = new NotificationTargetSettings.DescriptorImpl();

        assertThat(as("root", () -> form.doCheckPromotedFrom("", "qa")).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(as("root", () -> form.doCheckPromotedFrom("production", "qa")).kind)
                .isEqualTo(FormValidation.Kind.OK);
        assertThat(as("root", () -> form.doCheckPromotedFrom("staging", "production")))
                .hasToString("WARNING: There is no environment staging in the saved settings, which have: production."
                        + " It has to be there when these are saved.");
        assertThat(as("root", () -> form.doCheckPromotedFrom("production", "production")).kind)
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("root", () -> form.doCheckCluster("gone")).kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(as("root", () -> form.doCheckCluster("main")).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(as("root", () -> form.doFillClusterItems("gone")))
                .extracting(option -> option.value)
                .as("a cluster that is gone is not silently another one after saving")
                .containsExactly("", "main", "gone");
        assertThat(as("root", () -> freeze.doCheckEnvironments("production, live")).kind)
                .isEqualTo(FormValidation.Kind.WARNING);
        assertThat(as("root", () -> target.doCheckEnvironments("production")).kind)
                .isEqualTo(FormValidation.Kind.OK);
        assertThat(as("root", form::doFillDefaultStrategyItems))
                .extracting(option -> option.value)
                .containsExactly("", "rolling", "canary", "blue-green", "compose");
        assertThat(as("root", form::doFillColourItems))
                .extracting(option -> option.value)
                .contains("", "red", "yellow");
        assertThat(as("alice", () -> form.doCheckPromotedFrom("x", "y")).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(as("alice", form::doFillColourItems)).isEmpty();
    }

    @Test
    void a_metric_provider_keeps_its_headers_and_no_secrets() {
        MetricProviderSettings web = new MetricProviderSettings("slo");
        web.setType(MetricProviderType.WEB);
        web.setUrl("https://slo.example.com/{{namespace}}/{{app}}?query={{query}}");
        web.setSource(SeriesSource.ISTIO);
        web.setHeaders("X-Scope-OrgID: shop\n\n X-Team:payments ");
        web.setJsonPath(" $.value ");
        DeliveryConfiguration.get().setMetricProviders(List.of(web));

        MetricProviderSettings kept = DeliveryConfiguration.get().metricProvider("slo");
        assertThat(kept.requestHeaders()).containsEntry("X-Scope-OrgID", "shop").containsEntry("X-Team", "payments");
        assertThat(kept.getSource()).isEqualTo(SeriesSource.ISTIO);
        assertThat(kept.getJsonPath()).isEqualTo("$.value");
        assertThatThrownBy(() -> web.setHeaders("Authorization: Bearer x")).hasMessageContaining("Use a credential");
        assertThatThrownBy(() -> web.setHeaders("X-Team")).hasMessageContaining("is not a header");
        assertThat(new MetricProviderSettings("prometheus").getSource()).isEqualTo(SeriesSource.HTTP);
    }

    @Test
    void what_a_metric_provider_is_given_is_checked_while_it_is_typed() {
        MetricProviderSettings.DescriptorImpl form = new MetricProviderSettings.DescriptorImpl();
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            assertThat(form.doCheckUrl("https://slo.example.com/{{app}}", MetricProviderType.WEB.name()).kind)
                    .isEqualTo(FormValidation.Kind.OK);
            assertThat(form.doCheckUrl("https://{{app}}.example.com/", MetricProviderType.WEB.name()).kind)
                    .isEqualTo(FormValidation.Kind.ERROR);
            assertThat(form.doCheckHeaders("Cookie: a=b").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(form.doCheckHeaders("X-Team: a").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(form.doCheckJsonPath("$.a.").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(form.doCheckJsonPath("$.a").kind).isEqualTo(FormValidation.Kind.OK);
        }
    }

    @Test
    void words_may_be_typed_with_commas_spaces_and_lines() {
        DeliveryConfiguration.get().setSmokeTestHosts(List.of("a.example.com, b.example.com\nA.example.com  [::1]:80"));

        assertThat(DeliveryConfiguration.get().getSmokeTestHosts())
                .containsExactly("a.example.com", "b.example.com", "[::1]:80");
        assertThat(DeliveryConfiguration.get().getSmokeTestHostsText())
                .isEqualTo("a.example.com, b.example.com, [::1]:80");
    }

    @Test
    void folders_are_limited_by_whole_names() {
        ClusterSettings cluster = new ClusterSettings("main");
        assertThat(cluster.allowsJob("anything")).isTrue();
        cluster.setAllowedFolders(List.of("shop"));

        assertThat(cluster.allowsJob("shop")).isTrue();
        assertThat(cluster.allowsJob("shop/main")).isTrue();
        assertThat(cluster.allowsJob("shopping/main")).isFalse();
    }

    @Test
    void item_03_a_check_says_nothing_to_who_may_not_configure() {
        ClusterSettings.DescriptorImpl descriptor = new ClusterSettings.DescriptorImpl();

        assertThat(as("alice", () -> descriptor.doCheckServer("nonsense")).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(as("alice", () -> descriptor.doCheckName("../etc")).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(as("root", () -> descriptor.doCheckServer("nonsense")).kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("root", () -> descriptor.doCheckServer("https://k8s:6443")).kind)
                .isEqualTo(FormValidation.Kind.OK);
        assertThat(as("root", () -> descriptor.doCheckServer("https://root:secret@k8s")).kind)
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("root", () -> descriptor.doCheckCaCertificate("no certificate")).kind)
                .isEqualTo(FormValidation.Kind.ERROR);
    }

    @Test
    void item_05_who_may_not_configure_sees_the_chosen_credential_and_no_other() throws Exception {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            for (String id : List.of("deployer", "other")) {
                SystemCredentialsProvider.getInstance()
                        .getCredentials()
                        .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, id, "", Secret.fromString("hunter2")));
            }
        }
        ClusterSettings.DescriptorImpl descriptor = new ClusterSettings.DescriptorImpl();

        ListBoxModel shown = as("alice", () -> descriptor.doFillCredentialsIdItems("deployer", null));
        assertThat(shown).extracting(option -> option.value).containsExactly("deployer");
        ListBoxModel all = as("root", () -> descriptor.doFillCredentialsIdItems("deployer", null));
        assertThat(all).extracting(option -> option.value).contains("", "deployer", "other");
    }

    @Test
    void item_05_who_may_not_configure_sees_the_chosen_cluster_and_no_other() {
        configure();
        EnvironmentSettings.DescriptorImpl descriptor = new EnvironmentSettings.DescriptorImpl();

        assertThat(as("alice", () -> descriptor.doFillClusterItems("chosen")))
                .extracting(option -> option.value)
                .containsExactly("chosen");
        assertThat(as("root", () -> descriptor.doFillClusterItems("")))
                .extracting(option -> option.value)
                .contains("main");
    }

    @Test
    void item_17_skipping_the_check_of_certificates_is_off_and_warned_of() {
        ClusterSettings.DescriptorImpl descriptor = new ClusterSettings.DescriptorImpl();

        assertThat(new ClusterSettings("main").isSkipTlsVerify()).isFalse();
        assertThat(as("root", () -> descriptor.doCheckSkipTlsVerify(true)).kind).isEqualTo(FormValidation.Kind.WARNING);
    }

    private static void configure() {
        ClusterSettings cluster = new ClusterSettings("main");
        cluster.setServer(" https://kubernetes.example.com:6443 ");
        cluster.setCredentialsId("deployer");
        cluster.setAllowedNamespaces(List.of("staging, production"));
        cluster.setAllowedFolders(List.of("shop, my team/payments"));
        cluster.setReachableAt(ReachableAt.ANNOTATION);
        Approver ops = new Approver();
        ops.setGroup("ops");
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setCluster("main");
        production.setApprovers(List.of(ops));
        production.setQuorum(2);
        production.setReason(ReasonRule.REQUIRED);
        production.setTicket("OPS-\\d+");
        production.setRequiredEvidence(List.of("security-scan"));
        MetricProviderSettings prometheus = new MetricProviderSettings("prometheus");
        prometheus.setUrl("https://prometheus.example.com");
        DeliveryConfiguration configuration = DeliveryConfiguration.get();
        configuration.setClusters(List.of(cluster));
        configuration.setEnvironments(List.of(production));
        configuration.setMetricProviders(List.of(prometheus));
        configuration.setSmokeTestHosts(List.of("*.staging.example.com", "shop.example.com:8443"));
    }

    private interface Task<T> {
        T run();
    }

    private static <T> T as(String user, Task<T> task) {
        try (ACLContext ignored = ACL.as(User.getById(user, true))) {
            return task.run();
        }
    }
}
