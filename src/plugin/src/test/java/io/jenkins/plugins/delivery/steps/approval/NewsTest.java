package io.jenkins.plugins.delivery.steps.approval;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.as;
import static io.jenkins.plugins.delivery.steps.approval.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import hudson.ProxyConfiguration;
import hudson.util.Secret;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.FreezeSettings;
import io.jenkins.plugins.delivery.config.NotificationEvents;
import io.jenkins.plugins.delivery.config.NotificationTargetSettings;
import io.jenkins.plugins.delivery.config.NotificationTargetType;
import io.jenkins.plugins.delivery.steps.News;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of what, and that it never stands in the way. */
class NewsTest {
    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    private final Queue<String> paths = new ConcurrentLinkedQueue<>();
    private volatile int status = 204;
    private HttpServer server;
    private GateFixture fixture;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            paths.add(exchange.getRequestURI().getPath());
            received.add(body);
        });
        server.start();
        fixture = new GateFixture(home);
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(
                        CredentialsScope.GLOBAL, "shared", "", Secret.fromString("known to both")));
        DeliveryConfiguration.get()
                .setEnvironments(List.of(new EnvironmentSettings("production"), new EnvironmentSettings("staging")));
    }

    @AfterEach
    void stop() {
        fixture.close();
        server.stop(0);
    }

    @Test
    void a_target_hears_that_people_are_asked_and_what_they_decided() throws Exception {
        configure(target());
        ApprovalAction action = open("production");

        JsonNode asked = next();
        assertThat(asked.get("event").asText()).isEqualTo("approval.requested");
        assertThat(asked.get("title").asText()).isEqualTo("Deploy to production?");
        assertThat(asked.get("link").asText()).endsWith("job/shop/1/approval-production/");

        action.decide(user("alice"), true, "");
        JsonNode decided = next();
        assertThat(decided.get("event").asText()).isEqualTo("approval.decided");
        assertThat(decided.get("text").asText()).isEqualTo("Approved by alice");
    }

    @Test
    void a_target_hears_only_of_the_events_and_environments_that_it_wants() throws Exception {
        NotificationTargetSettings picky = target();
        picky.setEvents(List.of("approval.decided"));
        picky.setEnvironments(List.of("staging"));
        configure(picky);

        open("production").decide(user("alice"), true, "");
        open("staging").decide(user("bob"), true, "");

        assertThat(next().get("text").asText()).isEqualTo("Approved by bob");
        assertThat(received).isEmpty();
    }

    @Test
    void a_request_for_an_override_is_news() throws Exception {
        NotificationTargetSettings target = target();
        target.setEvents(List.of("override.requested"));
        configure(target);
        ApprovalAction action = open("production");

        as("root", () -> action.doOverride(null, "a fire"));

        assertThat(next().get("text").asText()).contains("root overrides the window: a fire");
    }

    @Test
    void a_decision_is_news_once_and_an_override_hides_none() throws Exception {
        DeliveryConfiguration.get()
                .setFreezes(List.of(new FreezeSettings("week", "2026-03-01T00:00", "2026-03-09T00:00", "UTC")));
        configure(target());
        ApprovalAction action = open("production");
        as("root", () -> action.doOverride(null, "a fire"));
        action.decide(user("alice"), true, "");
        as("bob", () -> action.doConfirmOverride(null));

        assertThat(List.of(next(), next(), next(), next()))
                .extracting(news -> news.get("event").asText())
                .containsExactlyInAnyOrder(
                        "approval.requested", "override.requested", "approval.decided", "override.confirmed");
        assertThat(received).isEmpty();
        assertThat(fixture.context.ends).isEqualTo(1);
    }

    @Test
    void news_goes_through_the_proxy_of_the_settings_and_not_where_it_is_not_wanted() throws Exception {
        NotificationTargetSettings far = target();
        far.setUrl("http://hooks.invalid/");
        configure(far);
        Jenkins.get()
                .setProxy(
                        new ProxyConfiguration("localhost", server.getAddress().getPort(), null, null, "localhost"));
        open("production");
        assertThat(next().get("event").asText()).isEqualTo("approval.requested");

        Jenkins.get().setProxy(new ProxyConfiguration("proxy.invalid", 3128, null, null, "localhost"));
        configure(target());
        open("staging");
        assertThat(next().get("event").asText()).isEqualTo("approval.requested");
    }

    @Test
    void every_kind_of_news_is_documented() throws Exception {
        String help = new String(
                NotificationTargetSettings.class
                        .getResourceAsStream("NotificationTargetSettings/help-events.html")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Set<String> kinds = new TreeSet<>();
        for (String teller : List.of("approval/ApprovalNews.class", "rollout/RolloutWords.class")) {
            String constants =
                    new String(News.class.getResourceAsStream(teller).readAllBytes(), StandardCharsets.ISO_8859_1);
            Matcher kind = Pattern.compile("(approval|override|deployment)\\.[a-z][a-z-]+")
                    .matcher(constants);
            while (kind.find()) {
                kinds.add(kind.group());
            }
        }

        assertThat(kinds).containsExactlyInAnyOrderElementsOf(NotificationEvents.KNOWN);
        assertThat(kinds).allSatisfy(kind -> assertThat(help).contains("<code>" + kind + "</code>"));
    }

    @Test
    void a_target_that_refuses_fails_nothing_and_is_tried_again_later() throws Exception {
        status = 500;
        configure(target());
        ApprovalAction action = open("production");
        next();

        action.decide(user("alice"), true, "");
        assertThat(fixture.context.ends).isEqualTo(1);
        next();
        fixture.clock.awaitScheduled(2);
        status = 204;
        fixture.clock.advance(Duration.ofSeconds(4));

        assertThat(List.of(next().get("event").asText(), next().get("event").asText()))
                .containsExactlyInAnyOrder("approval.requested", "approval.decided");
    }

    /** What has happened goes where it was to go then; what happens later goes where the settings say then. */
    @Test
    void a_target_that_is_renamed_or_deleted_while_a_gate_is_open_loses_no_news_and_holds_nothing() throws Exception {
        status = 500;
        configure(target());
        ApprovalAction action = open("production");
        next();
        fixture.clock.awaitScheduled(2);

        NotificationTargetSettings renamed = new NotificationTargetSettings("hall");
        renamed.setUrl(target().getUrl() + "hall");
        renamed.setCredentialsId("shared");
        configure(renamed);
        status = 204;
        fixture.clock.advance(Duration.ofSeconds(4));
        assertThat(next().get("event").asText()).isEqualTo("approval.requested");
        assertThat(paths).containsExactly("/", "/");

        as("root", () -> action.doOverride(null, "a fire"));
        assertThat(next().get("event").asText()).isEqualTo("override.requested");
        assertThat(paths).endsWith("/hall");

        configure();
        action.decide(user("alice"), true, "");
        assertThat(fixture.context.ends).isEqualTo(1);
        assertThat(received).isEmpty();
    }

    @Test
    void targets_that_cannot_be_spoken_to_fail_nothing() throws Exception {
        NotificationTargetSettings without = new NotificationTargetSettings("without-credential");
        without.setUrl("http://localhost:1/");
        NotificationTargetSettings mail = new NotificationTargetSettings("mail");
        mail.setType(NotificationTargetType.EMAIL);
        mail.setRecipients(List.of("ops@example.com"));
        NotificationTargetSettings chat = new NotificationTargetSettings("chat");
        chat.setType(NotificationTargetType.SLACK);
        chat.setCredentialsId("shared");
        configure(without, mail, chat, target());

        open("production").decide(user("alice"), true, "");

        assertThat(fixture.context.ends).isEqualTo(1);
        assertThat(List.of(next().get("event").asText(), next().get("event").asText()))
                .containsExactlyInAnyOrder("approval.requested", "approval.decided");
    }

    private ApprovalAction open(String environment) throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setEnvironment(environment);
        return fixture.start(step);
    }

    private NotificationTargetSettings target() {
        NotificationTargetSettings target = new NotificationTargetSettings("room");
        target.setUrl("http://localhost:" + server.getAddress().getPort() + "/");
        target.setCredentialsId("shared");
        return target;
    }

    private static void configure(NotificationTargetSettings... targets) {
        DeliveryConfiguration.get().setNotificationTargets(List.of(targets));
    }

    private JsonNode next() throws Exception {
        byte[] body = received.poll(10, TimeUnit.SECONDS);
        assertThat(body).as("a notification").isNotNull();
        return new ObjectMapper().readTree(body);
    }
}
