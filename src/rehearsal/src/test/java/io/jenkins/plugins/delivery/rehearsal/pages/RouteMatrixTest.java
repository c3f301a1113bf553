package io.jenkins.plugins.delivery.rehearsal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.Permission;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.environments.Incidents;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRun;
import io.jenkins.plugins.delivery.steps.approval.ApprovalAction;
import io.jenkins.plugins.delivery.steps.rollout.UnderWay;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every route that {@code docs/openapi.yaml} describes, called by every kind of person, with and without a crumb, with the
 * right verb and another one. The plugin's own tests see to it that every route of the classes is described, with the
 * permission that its code asks for; so a route that is new is called here without anyone remembering it.
 */
@Timeout(120)
class RouteMatrixTest {
    private static final Pattern PERMISSION = Pattern.compile("\\b(Overall|Item|Delivery)/[A-Z]\\w+");
    private static final Map<String, Permission> PERMISSIONS = Map.of(
            "Overall/Read", Jenkins.READ,
            "Overall/Administer", Jenkins.ADMINISTER,
            "Item/Read", Item.READ,
            "Delivery/View", DeliveryPermissions.VIEW,
            "Delivery/Approve", DeliveryPermissions.APPROVE,
            "Delivery/Operate", DeliveryPermissions.OPERATE,
            "Delivery/Override", DeliveryPermissions.OVERRIDE);
    /** Where an example of each thing is; the first that fits counts. */
    private static final Map<String, String> EXAMPLES = examples();

    private static final List<Integer> ALLOWED = List.of(200, 302, 400, 409);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Shop shop;
    private PageServer server;
    private UnderWay rollout;
    private String incident;

    /** A route of the document. */
    private record Route(String id, String verb, String template, List<Permission> needed) {
        String path() {
            String path = template.substring(1);
            for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
                path = path.replace(example.getKey(), example.getValue());
            }
            return path;
        }
    }

    /** What is sent, and by whom. */
    private record Sent(String person, String verb, boolean crumb) {}

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        shop = new Shop(home.resolve("home"));
        shop.delivered();
        rollout = shop.paused();
        PipelineRun gate = shop.run("release", "approvalGate(message: 'Release 2?', quorum: 9)");
        while (gate.build().getAction(ApprovalAction.class) == null) {
            assertThat(gate.isDone()).isFalse();
            Thread.onSpinWait();
        }
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            Instant now = Instant.now();
            incident = Incidents.open("staging", "storefront", "slow", new Incidents.Word("bob", "", now, now))
                    .id();
        }
        People.move();
        server = new PageServer();
    }

    @AfterEach
    void stop() {
        server.close();
        rollout.close();
        shop.close();
    }

    @Test
    void item_01_and_item_02_nobody_gets_further_than_verb_crumb_and_permission_let_them() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            for (String person : People.PERMISSIONS.keySet()) {
                for (String verb : List.of("GET", "POST")) {
                    for (boolean crumb : verb.equals("POST") ? List.of(false, true) : List.of(false)) {
                        Sent sent = new Sent(person, verb, crumb);
                        int status = send(route, sent);
                        if (!expected(route, sent).contains(status)) {
                            wrong.add(route.id() + " answered " + status + " to " + sent);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(server.asked()).hasSizeGreaterThan(500);
    }

    @Test
    void every_example_leads_to_the_route_that_it_is_an_example_of() throws Exception {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            for (Route route : routes()) {
                Dispatch.Found found = Dispatch.find("/" + route.path()).orElseThrow();
                assertThat(Dispatch.route(found.object(), found.rest()))
                        .as(route.path())
                        .hasValueSatisfying(
                                method -> assertThat(method.getDeclaringClass().getName() + "." + method.getName())
                                        .endsWith("delivery." + route.id()));
            }
        }
    }

    private static List<Integer> expected(Route route, Sent sent) {
        if (route.template().contains("{job}") && !People.may(sent.person(), Item.READ)) {
            return List.of(404);
        }
        if (!sent.verb().equals(route.verb())) {
            return List.of(405);
        }
        boolean may = route.needed().stream().allMatch(permission -> People.may(sent.person(), permission));
        if (!may || sent.verb().equals("POST") && !sent.crumb()) {
            return List.of(403);
        }
        return sent.verb().equals("GET") ? List.of(200) : ALLOWED;
    }

    private int send(Route route, Sent sent) throws Exception {
        String form = "environment=production&application=storefront&reason=because&id=" + incident;
        boolean get = sent.verb().equals("GET");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.url(route.path()) + (get ? "?" + form : "")))
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((sent.person() + ":").getBytes(StandardCharsets.UTF_8)));
        if (sent.crumb()) {
            request.header("Jenkins-Crumb", "crumb");
        }
        request.method(
                sent.verb(), get ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(form));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static List<Route> routes() throws Exception {
        Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("../../docs/openapi.yaml")));
        List<Route> routes = new ArrayList<>();
        ((Map<?, ?>) document.get("paths")).forEach((path, verbs) -> ((Map<?, ?>) verbs).forEach((verb, says) -> {
            Map<?, ?> operation = (Map<?, ?>) says;
            String needs = operation.get("description").toString().replaceFirst(";.*", "");
            List<Permission> needed = PERMISSION
                    .matcher(needs)
                    .results()
                    .map(found -> PERMISSIONS.get(found.group()))
                    .toList();
            assertThat(needed).as(path + " needs a permission").isNotEmpty().doesNotContainNull();
            routes.add(new Route(
                    operation.get("operationId").toString(),
                    verb.toString().toUpperCase(Locale.ROOT),
                    path.toString(),
                    needed));
        }));
        return routes;
    }

    private static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        examples.put("{job}/{build}/{approval}", "job/release/1/approval");
        examples.put("{job}/{build}/{scan}", "job/storefront/1/security-scan-code");
        examples.put("{rollout}", "rollout-storefront-in-production");
        examples.put("{report}", "smoke-test-canary");
        examples.put("{job}", "job/storefront");
        examples.put("{build}", "2");
        return examples;
    }
}
