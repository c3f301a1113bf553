package io.jenkins.plugins.delivery.steps.rollout;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import io.jenkins.plugins.delivery.audit.AuditLogs;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.FreezeSettings;
import io.jenkins.plugins.delivery.engine.audit.AuditKind;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.environments.DeploymentHistory;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import io.jenkins.plugins.delivery.reports.Download;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import io.jenkins.plugins.delivery.steps.approval.ApprovalGateStep;
import io.jenkins.plugins.delivery.steps.approval.GateFixture;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.HttpResponse;

/** What runs where, and how it is delivered, over REST. */
class EnvironmentsPageTest {
    private static final String EVIL = "</script><img src=x onerror=alert(1)>";

    @TempDir
    private Path home;

    private GateFixture fixture;
    private final EnvironmentsPage page = new EnvironmentsPage();
    private Instant now;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
        now = fixture.clock.clock().instant();
        EnvironmentSettings staging = new EnvironmentSettings("staging");
        EnvironmentSettings production = new EnvironmentSettings("production");
        DeliveryConfiguration.get().setEnvironments(List.of(staging, production));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void each_environment_says_what_runs_since_when_by_whom_and_what_was_tried_last() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 50);
        deployed("shop#2/rollout", "1.1", DeploymentOutcome.SUCCEEDED, 40);
        deployed("shop#3/rollout", EVIL, DeploymentOutcome.ROLLED_BACK, 30);

        JsonNode json = answer("alice", page::doJson);

        assertThat(json.at("/environments").findValuesAsText("name")).containsExactly("staging", "production");
        JsonNode shop = json.at("/environments/1/applications/0");
        assertThat(shop.at("/running/version").asText()).isEqualTo("1.1");
        assertThat(shop.at("/running/since").asText())
                .isEqualTo(now.minus(Duration.ofDays(40)).toString());
        assertThat(shop.at("/running/startedBy/0").asText()).isEqualTo("bob");
        assertThat(shop.at("/lastAttempt/outcome").asText()).isEqualTo("ROLLED_BACK");
        assertThat(shop.at("/lastAttempt/version").asText()).isEqualTo(EVIL);
        assertThat(shop.at("/certain").asBoolean()).isTrue();
    }

    @Test
    void environments_come_in_the_order_of_promotion_with_the_colours_of_the_settings() throws Exception {
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setPromotedFrom("staging");
        production.setColour("red");
        DeliveryConfiguration.get().setEnvironments(List.of(production, new EnvironmentSettings("staging")));
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 50);

        JsonNode json = answer("alice", page::doJson);

        assertThat(json.at("/environments").findValuesAsText("name")).containsExactly("staging", "production");
        assertThat(json.at("/environments/1/colour").asText()).isEqualTo("red");
        assertThat(json.at("/environments/1/promotedFrom").asText()).isEqualTo("staging");
        assertThat(json.at("/environments/0/colour").isNull()).isTrue();
    }

    /** It was deployed to, and was renamed or deleted since: what is known of it stays. */
    @Test
    void an_environment_that_is_gone_from_the_settings_keeps_its_deployments() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 50);
        DeliveryConfiguration.get().setEnvironments(List.of(new EnvironmentSettings("live")));

        JsonNode json = answer("alice", page::doJson);

        assertThat(json.at("/environments").findValuesAsText("name")).containsExactly("live", "production");
        assertThat(json.at("/environments/1/applications/0/running/version").asText())
                .isEqualTo("1.0");
    }

    @Test
    void a_deployment_that_got_stuck_leaves_it_uncertain_what_runs() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.STUCK, 5);

        JsonNode shop = answer("alice", page::doJson).at("/environments/1/applications/0");

        assertThat(shop.at("/certain").asBoolean()).isFalse();
        assertThat(shop.at("/running").isNull()).isTrue();
    }

    @Test
    void each_environment_says_what_waits_and_when_it_is_frozen() throws Exception {
        DeliveryConfiguration.get()
                .setFreezes(List.of(new FreezeSettings("inventory", "2026-03-01T00:00", "2026-03-09T00:00", "UTC")));
        ApprovalGateStep step = new ApprovalGateStep();
        step.setEnvironment("production");
        fixture.start(step);

        JsonNode production = answer("alice", page::doJson).at("/environments/1");

        assertThat(production.at("/waiting/0/url").asText()).isEqualTo("job/shop/1/approval-production/");
        assertThat(production.at("/waiting/0/mine").asBoolean()).isTrue();
        assertThat(production.at("/freezes/0/reason").asText()).isEqualTo("inventory");
        assertThat(production.at("/freezes/0/now").asBoolean()).isTrue();
    }

    @Test
    void spreadsheets_get_what_runs_every_deployment_and_the_figures() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 20);
        deployed("shop#2/rollout", "=1+1", DeploymentOutcome.ROLLED_BACK, 10);

        assertThat(lines("alice", page::doCsv))
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("environment,application,running/version,running/image"),
                        shop -> assertThat(shop)
                                .startsWith("production,shop,1.0,")
                                .contains(",'=1+1,ROLLED_BACK,"));
        assertThat(lines("alice", () -> page.doDownloadDeployments("production", "")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("shop#1/rollout,shop,production,1.0,"));
        assertThat(lines("alice", () -> page.doDownloadDeployments("staging", null)))
                .hasSize(1);
        assertThat(lines("alice", () -> page.doDownloadDora("production", null, null, null, null)))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("changeFailureRate,production,,")
                        && line.contains(",true,50.0,percent,1,2,LOW,"))
                .anyMatch(line -> line.startsWith("leadTime,") && line.contains(",false,"));
        assertThat(status("alice", () -> page.doDownloadDora("nowhere", null, null, null, null)))
                .isEqualTo(404);
    }

    @Test
    void prometheus_hears_the_figures_of_dora_that_there_are() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 50);
        deployed("shop#2/rollout", "1.1", DeploymentOutcome.ROLLED_BACK, 40);

        assertThat(as("alice", () -> DeliveryFigures.get().page()).lines())
                .contains("# TYPE delivery_dora_change_failure_percent gauge")
                .contains("delivery_dora_change_failure_percent{environment=\"production\"} 50.0")
                .noneMatch(line -> line.startsWith("delivery_dora_lead_time_minutes{"));
    }

    @Test
    void item_02_nobody_downloads_deployments_of_jobs_that_they_may_not_see() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 5);
        permit(false);

        assertThatThrownBy(() -> as("mallory", page::doCsv)).isInstanceOf(AccessDeniedException3.class);
        assertThat(lines("erin", page::doCsv)).hasSize(1);
        assertThat(lines("erin", () -> page.doDownloadDeployments("production", "shop")))
                .hasSize(1);
        assertThat(status("erin", () -> page.doDownloadDora("production", null, null, null, null)))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../forged", "%2e%2e%2f", "0", "-1", "null", "<b>x</b>", "shop#1/rollout", "a\u0000b", ""})
    void item_25_a_forged_id_is_not_found_and_changes_nothing(String id) throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 5);
        permit(true);

        assertThat(status("alice", () -> page.doResolveIncident(null, id, "over", null)))
                .isEqualTo(404);
        assertThat(status("alice", () -> page.doOpenIncident(null, id, "shop", "broken", null)))
                .isEqualTo(404);
        assertThat(status("alice", () -> page.doDora(id, null, null, null, null)))
                .isEqualTo(404);
        assertThat(DeploymentHistory.get().incidents().read().records()).isEmpty();
        assertThat(AuditLogs.get().of(fixture.build().getParent()).verify().entries())
                .isEmpty();
    }

    @Test
    void item_02_nobody_sees_deployments_of_jobs_that_they_may_not_see() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 5);
        deployed("gone#1/rollout", "2.0", DeploymentOutcome.ROLLED_BACK, 4);
        permit(false);

        assertThatThrownBy(() -> as("mallory", page::doJson)).isInstanceOf(AccessDeniedException3.class);
        try (ACLContext ignored = ACL.as2(Jenkins.ANONYMOUS2)) {
            assertThatThrownBy(page::doJson).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> page.doDora("production", null, null, null, null))
                    .isInstanceOf(AccessDeniedException3.class);
        }
        assertThat(answer("erin", page::doJson).at("/environments")).isEmpty();
        assertThat(status("erin", () -> page.doDora("production", null, null, null, null)))
                .isEqualTo(404);
        assertThat(answer("alice", page::doJson).toString()).contains("\"1.0\"", "\"2.0\"");
    }

    @Test
    void the_figures_have_counts_definitions_levels_and_their_year() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 20);
        deployed("shop#2/rollout", "1.1", DeploymentOutcome.ROLLED_BACK, 10);

        JsonNode dora = answer("alice", () -> page.doDora("production", null, null, null, "Europe/Berlin"));

        assertThat(dora.at("/levelsOf").asInt()).isEqualTo(2023);
        assertThat(dora.at("/changeFailureRate/value").asDouble()).isEqualTo(50);
        assertThat(dora.at("/changeFailureRate/count").asInt()).isEqualTo(1);
        assertThat(dora.at("/changeFailureRate/of").asInt()).isEqualTo(2);
        assertThat(dora.at("/changeFailureRate/level").asText()).isEqualTo("LOW");
        assertThat(dora.at("/leadTime/available").asBoolean()).isFalse();
        assertThat(dora.at("/leadTime/reason").asText()).contains("none has commits with a time");
        assertThat(dora.findValuesAsText("definition")).hasSize(4).doesNotContain("");
        assertThat(dora.at("/zone").asText()).isEqualTo("Europe/Berlin");
    }

    @Test
    void figures_are_those_of_one_application_where_one_is_named() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.ROLLED_BACK, 20);

        JsonNode dora = answer("alice", () -> page.doDora("production", "cart", null, null, null));

        assertThat(dora.at("/changeFailureRate/available").asBoolean()).isFalse();
        assertThat(dora.at("/changeFailureRate/reason").asText()).isEqualTo("no change reached users");
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere,,,, 404, environment does not name one",
        "production, 2026-02-30,,, 400, from is no day",
        "production,, soon,, 400, to is no day",
        "production,,, Europe/Nowhere, 400, zone is not the name",
        "production, 2026-02-01, 2026-01-01,, 400, is before the first",
        "production, -999999999-01-01,,, 400, more than ten years",
    })
    void bad_questions_are_refused_with_what_is_wrong(
            String environment, String from, String to, String zone, int status, String words) throws Exception {
        JsonResponse answer = as("alice", () -> (JsonResponse) page.doDora(environment, null, from, to, zone));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.model().toString()).contains(words);
    }

    @Test
    void people_open_and_resolve_incidents_which_count_and_are_on_record() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 20);
        permit(true);

        JsonNode opened =
                answer("alice", () -> page.doOpenIncident(null, "production", "shop", EVIL, "2026-03-01T00:00:00Z"));
        String id = opened.at("/incident/id").asText();
        assertThat(opened.at("/incident/deployment").asText()).isEqualTo("shop#1/rollout");
        assertThat(answer("alice", page::doJson)
                        .at("/environments/1/applications/0/openIncidents/0/id")
                        .asText())
                .isEqualTo(id);
        assertThat(status("alice", () -> page.doOpenIncident(null, "production", "shop", "again", null)))
                .as("a double click")
                .isEqualTo(409);
        assertThat(status("alice", () -> page.doResolveIncident(null, id, "", "2026-03-01T02:00:00Z")))
                .isEqualTo(200);
        assertThat(status("alice", () -> page.doResolveIncident(null, id, "", null)))
                .isEqualTo(409);

        JsonNode dora = answer("alice", () -> page.doDora("production", null, null, null, null));
        assertThat(dora.at("/timeToRestore/value").asDouble()).isEqualTo(120);
        assertThat(dora.at("/changeFailureRate/value").asDouble()).isEqualTo(100);
        assertThat(AuditLogs.get().of(fixture.build().getParent()).verify().entries())
                .extracting(entry -> entry.event().kind())
                .containsExactly(AuditKind.INCIDENT_OPENED, AuditKind.INCIDENT_RESOLVED);
        assertThat(AuditLogs.get().of(fixture.build().getParent()).verify().entries())
                .extracting(entry -> entry.event().actor())
                .containsOnly("alice");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "production; nothing; broken; ; 404",
                "nowhere; shop; broken; ; 404",
                "production; shop; ; ; 400",
                "production; shop; broken; tomorrow; 400",
                "production; shop; broken; 2999-01-01T00:00:00Z; 400",
                "production; shop; broken; 2001-01-01T00:00:00Z; 404",
            },
            delimiter = ';')
    void what_cannot_be_an_incident_is_refused_and_changes_nothing(
            String environment, String application, String reason, String at, int status) throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 20);
        permit(true);

        assertThat(status("alice", () -> page.doOpenIncident(null, environment, application, reason, at)))
                .isEqualTo(status);
        assertThat(status("alice", () -> page.doResolveIncident(null, "../../forged", reason, null)))
                .isEqualTo(404);
        assertThat(status("alice", () -> page.doOpenIncident(null, "production", "shop", "x".repeat(1 << 20), null)))
                .isEqualTo(400);
        assertThat(DeploymentHistory.get().incidents().read().records()).isEmpty();
    }

    @Test
    void item_02_incidents_are_for_who_may_operate_the_job() throws Exception {
        deployed("shop#1/rollout", "1.0", DeploymentOutcome.SUCCEEDED, 20);

        assertThatThrownBy(() -> as("alice", () -> page.doOpenIncident(null, "production", "shop", "broken", null)))
                .isInstanceOf(AccessDeniedException3.class);
        assertThatThrownBy(() -> as("mallory", () -> page.doOpenIncident(null, "production", "shop", "broken", null)))
                .isInstanceOf(AccessDeniedException3.class);
        assertThat(DeploymentHistory.get().incidents().read().records()).isEmpty();
    }

    /** Alice sees everything, erin nothing but that there is a controller. */
    private static void permit(boolean operate) {
        LocalPermissions permissions = new LocalPermissions();
        permissions.grant("alice", Jenkins.READ, Item.READ, DeliveryPermissions.VIEW);
        if (operate) {
            permissions.grant("alice", DeliveryPermissions.OPERATE);
        }
        permissions.grant("erin", Jenkins.READ);
        Jenkins.get().setAuthorizationStrategy(permissions);
    }

    private void deployed(String id, String version, DeploymentOutcome outcome, int daysAgo) throws Exception {
        Instant at = now.minus(Duration.ofDays(daysAgo));
        DeploymentHistory.get()
                .log()
                .append(new DeploymentRecord(
                        id,
                        "shop",
                        "production",
                        version,
                        null,
                        List.of(),
                        null,
                        "canary",
                        "job/shop/1/",
                        List.of("bob"),
                        List.of(),
                        null,
                        at.minusSeconds(60),
                        at,
                        outcome,
                        ""));
    }

    private static JsonNode answer(String user, Callable<HttpResponse> request) throws Exception {
        JsonResponse response = as(user, () -> (JsonResponse) request.call());
        assertThat(response.status()).as(String.valueOf(response.model())).isEqualTo(200);
        return new ObjectMapper().valueToTree(response.model());
    }

    private static int status(String user, Callable<HttpResponse> request) throws Exception {
        return as(user, () -> ((JsonResponse) request.call()).status());
    }

    private static List<String> lines(String user, Callable<HttpResponse> route) throws Exception {
        Download download = as(user, () -> (Download) route.call());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        download.content().writeTo(out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
