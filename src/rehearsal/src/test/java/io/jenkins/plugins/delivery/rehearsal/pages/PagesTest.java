package io.jenkins.plugins.delivery.rehearsal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each page as somebody sees it in a browser, with what rehearsals of the storefront reported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final String BAD = "job/storefront/2/rollout-storefront-in-production/";
    private static final String SCAN = "job/storefront/1/security-scan-code/";
    private static final String APPROVAL = "job/storefront/2/approval-production/";
    private static final String AUDIT = "job/storefront/delivery-audit/";
    private static final String SMOKE_TREND = "job/storefront/smoke-trend/";
    private static final List<String> ALL = List.of(
            "job/storefront/2/delivery/",
            "job/storefront/1/delivery/",
            BAD,
            "job/storefront/1/rollout-storefront-in-production/",
            SCAN,
            "job/storefront/2/smoke-test-canary-2/",
            APPROVAL,
            "job/storefront/delivery/",
            AUDIT,
            SMOKE_TREND,
            "environments/",
            "approvals/");

    @TempDir
    static Path folder;

    private Shop shop;
    private PageServer server;
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(Browser.present(), Browser.SKIPPED);
        shop = new Shop(folder.resolve("home"));
        server = new PageServer();
        browser = Browser.start(folder.resolve("profile"));
        shop.delivered();
        server.say("approvals/json", shop.waiting());
        for (int build : new int[] {1, 2}) {
            server.say("job/storefront/" + build + "/delivery/json", shop.delivery(build));
        }
    }

    @BeforeEach
    void speakEnglish() {
        server.speak(Locale.ENGLISH);
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
            server.close();
            shop.close();
        }
    }

    @Test
    void a_build_shows_its_verdict_first_then_each_of_its_reports() {
        String text = drawn("job/storefront/2/delivery/");

        assertThat(text)
                .containsSubsequence(
                        "Lint",
                        "Staging",
                        "Production",
                        "failed",
                        "1.5.0 in production was taken back",
                        "Reports",
                        "Security scan: Code")
                .contains("Approved by Alice Archer", "What happened", "4 checks passed");
    }

    @Test
    void a_rollout_says_in_words_what_was_measured_and_what_was_allowed() {
        String text = drawn(BAD);

        assertThat(text)
                .contains("29.89 % on the canary, limit 1 % → failed".replace(" %", "\u00a0%"))
                .contains("1.4.2 serves all traffic", "rolled back", "Share of the new version")
                .containsSubsequence("Pods", "storefront 2 of 2 ready", "Restarts", "storefront-");
    }

    @Test
    void charts_are_drawn_and_their_numbers_stand_beside_them() {
        try (BrowserTab tab = open(BAD)) {
            tab.await("document.querySelectorAll('.pd-canvas canvas').length === 3");
            tab.evaluate("document.querySelector('.pd-chart summary').click()");
            assertThat(tab.text()).contains("25\u00a0%");
            assertThat(tab.evaluate("document.querySelector('.pd-canvas').getAttribute('aria-label')")
                            .asText())
                    .contains("Share of traffic");
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void a_page_needs_no_exception_from_the_policy_and_shuts_nobody_out(String page) throws Exception {
        try (BrowserTab tab = open(page)) {
            assertThat(tab.complaints()).isEmpty();
            tab.evaluate(axe() + ";0");
            assertThat(serious(tab)).isEmpty();
            assertThat(serious(tab.as(1240, true))).as("in a dark theme").isEmpty();
            for (int width : new int[] {360, 1200, 1920}) {
                assertThat(tab.as(width, false).scrollsSideways())
                        .as("at " + width)
                        .isFalse();
            }
        }
    }

    private static String axe() throws IOException {
        String place = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = PagesTest.class.getResourceAsStream(place)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> serious(BrowserTab tab) {
        List<String> found = new ArrayList<>();
        tab.evaluate(
                        "axe.run().then(told => told.violations.filter(one => ['serious', 'critical'].includes(one.impact))"
                                + ".map(one => one.id + ' ' + one.nodes[0].html + ' ' + one.nodes[0].failureSummary))")
                .forEach(one -> found.add(one.asText()));
        return found;
    }

    @Test
    void an_approval_says_who_may_who_did_and_on_what_evidence() {
        assertThat(drawn(APPROVAL))
                .contains("1 of group release-managers", "Alice Archer", "The checks passed", "security-scan-code");
    }

    @Test
    void a_smoke_test_says_what_was_expected_and_what_came() {
        assertThat(drawn("job/storefront/2/smoke-test-canary-2/"))
                .contains("4", "/api/items", "p95", "Latency by check")
                .containsSubsequence("Latency of all answers", "7 answers: p50", "longest 73\u00a0ms");
    }

    @Test
    void environments_say_what_runs_where_since_when_by_whom_and_the_four_figures() {
        try (BrowserTab tab = open("environments/")) {
            tab.await("document.querySelectorAll('.pd-quarter').length === 4");
            assertThat(tab.text())
                    .contains("1.4.2", "9 days ago", "bob", "rolled back", "Nothing waits", "No freeze is ahead")
                    .contains("Change failure rate", "1 of 2", "share of the changes");
        }
    }

    @Test
    void a_job_shows_its_last_deployments_and_their_results() {
        assertThat(drawn("job/storefront/delivery/"))
                .contains("storefront 1.5.0 in production", "rolled back", "of the last 3");
    }

    @Test
    void an_audit_log_says_whether_it_holds_then_who_did_what() {
        try (BrowserTab tab = open(AUDIT + "?kind=APPROVED")) {
            assertThat(tab.text())
                    .containsSubsequence(
                            "unbroken", "entries, each with the right digest", "alice", "The checks passed.");
            assertThat(tab.evaluate(
                                    "[...document.querySelectorAll('tbody td:nth-child(3)')].map(one => one.textContent).join()")
                            .asText())
                    .isEqualTo("approved");
            tab.evaluate("document.querySelector('.pd-open').click()");
            assertThat(tab.text()).contains("SHA-256 of the entry before");
        }
        assertThat(drawn(AUDIT + "?actor=nobody")).contains("Nothing matches");
    }

    @Test
    void the_smoke_tests_of_a_job_say_how_the_last_one_went_and_how_fast_they_were() {
        assertThat(drawn(SMOKE_TREND))
                .containsSubsequence(
                        "passed", "checks passed", "#2", "p95", "Latency of the smoke test", "Smoke tests");
        assertThat(drawn(SMOKE_TREND + "?name=staging&result=passed")).contains("2 rows");
    }

    @Test
    void approvals_tell_what_waits_for_me_from_what_waits_for_others() {
        assertThat(drawn("approvals/")).containsSubsequence("Waits for you", "Release storefront", "Waits for others");
    }

    @Test
    void pages_speak_german_where_the_reader_does() {
        server.speak(Locale.GERMAN);

        assertThat(drawn(BAD)).contains("Was geschah", "Anteil der neuen Version", "fehlgeschlagen", "29,89");
        assertThat(drawn("approvals/")).contains("Wartet auf dich");
    }

    @Test
    void times_are_those_of_the_reader_and_the_other_zone_is_named() {
        assertThat(drawn(APPROVAL)).contains("Times are in Europe/Berlin");
    }

    @Test
    void what_is_not_there_is_said_and_asked_for_no_more() {
        try (BrowserTab tab = open("job/storefront/2/delivery/")) {
            tab.evaluate("document.querySelector('.pd').dataset.json = 'gone'");
            tab.evaluate("import('" + server.url("plugin/progressive-delivery/js/main.js")
                    + "').then(main => { main.start(document.querySelector('.pd')); })");
            tab.await("document.querySelector('.pd-problem').textContent.includes('404')");
        }
        assertThat(server.asked().stream().filter(one -> one.endsWith("/delivery/gone 404")))
                .hasSize(1);
    }

    @Test
    void a_table_is_worked_with_the_keyboard_alone() throws Exception {
        try (BrowserTab tab = open("job/storefront/2/smoke-test-canary/")) {
            tab.evaluate("document.querySelector('.pd-open').focus()");
            tab.press("Enter", 13);
            tab.evaluate("document.activeElement.click()");
            tab.await("document.querySelector('.pd-open').getAttribute('aria-expanded') === 'true'");
            tab.press("ArrowDown", 40);
            assertThat(tab.evaluate("[...document.querySelectorAll('.pd-open')].indexOf(document.activeElement)")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    private BrowserTab open(String page) {
        return browser.open().as(1240, false).go(server.url(page));
    }

    private String drawn(String page) {
        try (BrowserTab tab = open(page)) {
            return tab.text();
        }
    }
}
