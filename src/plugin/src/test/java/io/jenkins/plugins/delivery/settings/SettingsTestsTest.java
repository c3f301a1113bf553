package io.jenkins.plugins.delivery.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import hudson.ExtensionList;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.util.FormValidation;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryCategory;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.config.MetricProviderType;
import io.jenkins.plugins.delivery.config.NotificationTargetSettings;
import io.jenkins.plugins.delivery.config.NotificationTargetType;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The buttons of the settings, against a server that writes down what it is asked. */
class SettingsTestsTest {
    @TempDir
    private Path home;

    private LocalJenkins jenkins;
    private HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String answer = "{}";
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        jenkins = LocalJenkins.start(home);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestURI() + " " + body);
            byte[] said = said(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
    }

    private String said(String path) {
        return path.contains("selfsubjectaccessreviews")
                ? "{\"kind\":\"SelfSubjectAccessReview\",\"apiVersion\":\"authorization.k8s.io/v1\",\"status\":{\"allowed\":"
                        + answer + "}}"
                : answer;
    }

    @AfterEach
    void stop() {
        server.stop(0);
        jenkins.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void a_cluster_that_grants_everything_is_fine() {
        answer = "true";
        assertThat(cluster()).satisfies(said -> {
            assertThat(said.kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(said.getMessage()).contains("shop");
        });
    }

    @Test
    void a_cluster_says_which_rights_are_missing_and_what_grants_them() {
        answer = "false";
        assertThat(cluster()).satisfies(said -> {
            assertThat(said.kind).isEqualTo(FormValidation.Kind.WARNING);
            assertThat(said.getMessage()).contains("deployments.apps", "kind: Role", "shop");
        });
    }

    @Test
    void a_cluster_that_cannot_be_reached_says_why() {
        server.stop(0);
        assertThat(cluster().kind).isEqualTo(FormValidation.Kind.ERROR);
    }

    @Test
    void a_metric_provider_is_asked_the_query_of_a_preset() {
        answer = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";
        FormValidation said = provider();
        assertThat(said.kind).as(said.getMessage()).isEqualTo(FormValidation.Kind.OK);
        assertThat(URLDecoder.decode(asked.get(0), StandardCharsets.UTF_8))
                .contains("nginx_ingress_controller_requests", "[5m]")
                .doesNotContain("{{");
    }

    @Test
    void a_metric_provider_is_asked_the_presets_of_the_administrator_too() {
        answer = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";
        FormValidation said = provider("queue: sum(queue_length{pod=~\"{{pods}}\"}[{{window}}])");
        assertThat(said.kind).as(said.getMessage()).isEqualTo(FormValidation.Kind.OK);
        assertThat(URLDecoder.decode(asked.get(1), StandardCharsets.UTF_8))
                .contains("sum(queue_length{pod=~\"test\"}[5m])");
    }

    @Test
    void a_metric_provider_that_refuses_says_so() {
        status = 403;
        assertThat(provider().kind).isEqualTo(FormValidation.Kind.ERROR);
    }

    @Test
    void a_notification_target_without_a_credential_says_what_it_lacks() {
        assertThat(target().getMessage()).contains("it has no credential");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_type_that_does_not_exist_is_answered_by_those_that_do() {
        assertThat(descriptor(NotificationTargetSettings.DescriptorImpl.class)
                        .doTest("t", "PIGEON", url(), "", "")
                        .getMessage())
                .contains("type: PIGEON is none of WEBHOOK, SLACK, TEAMS, EMAIL.");
        assertThat(descriptor(MetricProviderSettings.DescriptorImpl.class)
                        .doTest("p", "", url(), "", "TEA_LEAVES", "", "", "")
                        .getMessage())
                .contains("source: TEA_LEAVES is none of HTTP,");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_credential_that_is_not_there_is_named() {
        assertThat(descriptor(ClusterSettings.DescriptorImpl.class)
                        .doTest("a", url(), "gone", "", "", false)
                        .getMessage())
                .contains("There is no credential 'gone'");
    }

    @Test
    void item_04_nothing_is_sent_for_who_may_not_administer() {
        Jenkins.get().setAuthorizationStrategy(new LocalPermissions());
        try (ACLContext ignored = ACL.as2(Jenkins.ANONYMOUS2)) {
            assertThatThrownBy(this::cluster).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(this::provider).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(this::target).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> new SettingsPage().doConfigure(null)).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> new SettingsPage().getConfiguration()).isInstanceOf(AccessDeniedException3.class);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void the_page_of_the_system_neither_shows_these_settings_nor_saves_them() {
        assertThat(DeliveryConfiguration.get().getCategory())
                .as("the page of the system has those that are unclassified")
                .isInstanceOf(DeliveryCategory.class);
        assertThat(DeliveryConfiguration.get().getGlobalConfigPage())
                .as("Configuration as Code passes over those that have no page")
                .isNotNull();
    }

    private FormValidation cluster() {
        return descriptor(ClusterSettings.DescriptorImpl.class).doTest("a", url(), "", "shop", "", false);
    }

    private FormValidation provider() {
        return provider("");
    }

    private FormValidation provider(String presets) {
        return descriptor(MetricProviderSettings.DescriptorImpl.class)
                .doTest(
                        "p",
                        MetricProviderType.PROMETHEUS.name(),
                        url(),
                        "",
                        SeriesSource.INGRESS_NGINX.name(),
                        "",
                        "",
                        presets);
    }

    private FormValidation target() {
        return descriptor(NotificationTargetSettings.DescriptorImpl.class)
                .doTest("t", NotificationTargetType.WEBHOOK.name(), url(), "", "");
    }

    private static <D> D descriptor(Class<D> type) {
        return ExtensionList.lookup(type).stream().findFirst().orElseThrow();
    }
}
