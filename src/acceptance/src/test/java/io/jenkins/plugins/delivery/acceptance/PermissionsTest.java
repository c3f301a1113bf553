package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets what answer from each route; which routes there are, nobody has to remember here. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("asks as people with each permission")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
    private static final String JOB = "permissions";
    /** Jenkins says with it which permission was missing. */
    private static final String MISSING = "x-required-permission";

    private RealJenkins jenkins;
    private FullBuild build;
    private List<FullBuild.Place> places;
    private Permissions permissions;

    @BeforeAll
    void start(RealJenkins shared, Cluster cluster) throws IOException {
        jenkins = shared;
        build = FullBuild.run(jenkins, cluster, JOB);
        places = build.places(jenkins);
        permissions = new Permissions(jenkins, JOB);
    }

    /** Those that only read come first, and whoever may the least asks first: nothing is decided too early. */
    static Stream<Route> routes() throws IOException {
        return Stream.concat(
                Route.all().stream().filter(route -> !route.changes()),
                Route.all().stream().filter(Route::changes));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteAnswersThoseWhoHaveItsPermission(Route route) {
        List<String> paths = places.stream()
                .filter(place -> place.types().contains(route.type()))
                .map(place -> place.path() + route.name())
                .toList();
        assertThat(paths).as("FullBuild has to make a " + route.type()).isNotEmpty();

        List<String> wrong = new ArrayList<>();
        for (String path : paths) {
            for (String account : Permissions.ACCOUNTS) {
                JenkinsClient.Answer answer = ask(route, path, account);
                boolean may = !account.isEmpty()
                        && route.permissions().stream().allMatch(needed -> permissions.has(account, needed));
                if (may ? !isAnswered(route, answer) : !isRefused(answer)) {
                    wrong.add((account.isEmpty() ? "anonymous" : account) + (may ? " may, and" : " may not, and")
                            + " gets " + answer.status() + " from " + path + " " + start(answer.body()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteHasOneVerbAndChangesNothingWithoutACrumb(Route route) {
        for (FullBuild.Place place : places) {
            if (place.types().contains(route.type())) {
                String path = place.path() + route.name();
                String other = route.changes() ? "GET" : "POST";
                // What only reads is not there at all for another verb.
                assertThat(jenkins.as("admin").send(other, path).status())
                        .as(other + " " + path)
                        .isEqualTo(route.changes() ? 405 : 404);
                assertThat(jenkins.as("admin").postWithoutCrumb(path, Map.of()).status())
                        .as("without a crumb: " + path)
                        .isEqualTo(403);
            }
        }
    }

    /** The page of each place that has one. */
    @Test
    void pagesAreShownToThoseWhoMayReadWhatTheyAreOf() {
        List<String> wrong = new ArrayList<>();
        for (FullBuild.Place place : places) {
            boolean settings = place.path().startsWith("manage/");
            int shown = jenkins.as("admin").get(place.path()).status();
            if (shown == 404) {
                continue; // has routes alone
            }
            assertThat(shown).as(place.path()).isEqualTo(200);
            for (String account : List.of("", "reader", "developer", "approver")) {
                int status = jenkins.as(account).get(place.path()).status();
                boolean may = !account.isEmpty() && !settings;
                if (may != (status == 200)) {
                    wrong.add(account + " gets " + status + " from " + place.path());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private JenkinsClient.Answer ask(Route route, String path, String account) {
        Map<String, String> values =
                route.parameters().stream().collect(Collectors.toMap(name -> name, this::value, (a, b) -> a));
        if (route.changes()) {
            return jenkins.as(account).post(path, values);
        }
        String query = values.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return jenkins.as(account).get(path + (query.isEmpty() ? "" : "?" + query));
    }

    /** What makes sense of a parameter, by its name. */
    private String value(String parameter) {
        return switch (parameter) {
            case "environment" -> "production";
            case "application" -> JOB;
            case "reason" -> "Tried by the suite.";
            case "id" -> openIncident();
            default -> "";
        };
    }

    /** The answer names it, whether it was opened by this or is open already. */
    private String openIncident() {
        String said = jenkins.as("admin")
                .post(
                        "environments/openIncident",
                        Map.of("environment", "production", "application", JOB, "reason", "For its id."))
                .body();
        return said.replaceAll("(?s).*?([0-9a-f]{8}-[0-9a-f-]{27}).*", "$1");
    }

    private static boolean isRefused(JenkinsClient.Answer answer) {
        return List.of(401, 403, 404).contains(answer.status());
    }

    /** A decision may come too late, or be one that a policy wants from others; but no permission is missing. */
    private static boolean isAnswered(Route route, JenkinsClient.Answer answer) {
        return route.changes()
                ? !answer.headers().containsKey(MISSING)
                        && List.of(200, 302, 400, 403, 409).contains(answer.status())
                : answer.status() == 200;
    }

    private static String start(String body) {
        return body.substring(0, Math.min(120, body.length())).replaceAll("\\s+", " ");
    }
}
