package io.jenkins.plugins.delivery.rehearsal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages with more, worse or other data than usual. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnusualPagesTest {
    private static final String HOSTILE =
            "</script><img src=x onerror=document.title='owned'>\"'&<svg/onload=alert(1)> javascript:alert(1) \u202e ${7*7} "
                    + "long".repeat(60);
    private static final String SCAN = "job/storefront/1/security-scan-code/";

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
    void hostile_words_stay_words() throws Exception {
        for (String kind : List.of("rollout-storefront-in-production", "smoke-test-canary", "approval-production")) {
            String known = kind.replaceFirst("-(storefront|code|canary|production).*", "");
            shop.tell(2, known, HOSTILE + kind, ReportVerdict.FAILED, HOSTILE, shop.hostile(kind, HOSTILE));
        }
        shop.deployed(HOSTILE, HOSTILE, HOSTILE, DeploymentOutcome.STUCK, 2, Duration.ofHours(1));
        shop.findings(5, HOSTILE);
        List<String> pages = new ArrayList<>(
                List.of(SCAN, "job/storefront/2/delivery/", "job/storefront/delivery/", "environments/"));
        shop.build(2)
                .getActions(Shop.Told.class)
                .forEach(told -> pages.add("job/storefront/2/" + told.getUrlName() + "/"));
        for (String page : pages) {
            try (BrowserTab tab = open(page)) {
                assertThat(tab.evaluate("document.title").asText()).as(page).isEqualTo("Jenkins");
                assertThat(tab.evaluate("document.querySelectorAll('main img, main svg, a[href^=javascript]').length")
                                .asInt())
                        .as(page)
                        .isZero();
                assertThat(tab.complaints()).as(page).isEmpty();
                assertThat(tab.as(360, false).scrollsSideways()).as(page).isFalse();
            }
        }
        assertThat(drawn(pages.get(pages.size() - 1))).contains("onerror=document.title", "${7*7}");
    }

    @Test
    void a_report_whose_file_is_damaged_shows_what_is_left_and_says_so() throws Exception {
        var told = shop.tell(
                1, "rollout", "damaged", ReportVerdict.FAILED, "It was taken back", Shop.JSON.createObjectNode());
        Files.writeString(
                shop.build(1).getRootDir().toPath().resolve("delivery/" + told.getUrlName() + ".json"),
                "{\"transitions\": [");

        assertThat(drawn("job/storefront/1/" + told.getUrlName() + "/"))
                .contains("It was taken back", "missing or damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job/storefront/2/security-scan-code/",
                "job/storefront/1/rollout-storefront-in-staging/",
                "job/storefront/1/smoke-test-canary-3/",
                "job/storefront/1/approval-production/"
            })
    void a_report_whose_file_is_missing_shows_what_is_left_and_says_so(String page) throws Exception {
        String[] names = page.split("/");
        Run<?, ?> build = shop.build(Integer.parseInt(names[2]));
        Files.delete(build.getRootDir().toPath().resolve("delivery/" + names[3] + ".json"));

        try (BrowserTab tab = open(page)) {
            assertThat(tab.text())
                    .contains(DeliveryReport.find(build, DeliveryReport.class, names[3])
                            .orElseThrow()
                            .getHeadline())
                    .contains("missing or damaged");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void a_scan_whose_findings_are_damaged_shows_its_counts_and_says_so() throws Exception {
        Path file = shop.findings();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});
        try (BrowserTab tab = open(SCAN)) {
            tab.await("document.body.innerText.includes('findings of this scan are missing or damaged')");
        } finally {
            Files.write(file, whole);
        }
    }

    @Test
    void a_clock_that_was_set_back_neither_breaks_a_chart_nor_invents_a_duration() throws Exception {
        ObjectNode model = (ObjectNode)
                DeliveryReport.find(shop.build(2), DeliveryReport.class, "rollout-storefront-in-production")
                        .orElseThrow()
                        .getModel()
                        .deepCopy();
        model.put("since", "2020-01-01T00:00:00Z");
        ((ObjectNode) model.at("/transitions/5")).put("at", "2020-01-01T00:00:00Z");
        var told = shop.tell(2, "rollout", "jumped", ReportVerdict.FAILED, "back", model);

        try (BrowserTab tab = open("job/storefront/2/" + told.getUrlName() + "/")) {
            assertThat(tab.text()).doesNotContain("-1", "NaN", "Invalid Date");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void a_rollout_that_went_back_still_says_which_pods_did_not_serve_and_why() throws Exception {
        ObjectNode model = shop.hostile("rollout-storefront-in-production", "storefront");
        model.putArray("brokenPods")
                .addObject()
                .put("name", "storefront-canary-1")
                .put("version", "1.5.0")
                .put("state", "Pending")
                .put("restarts", 3)
                .put("reason", "cannot get its image: ImagePullBackOff");
        var told = shop.tell(2, "rollout", "broken", ReportVerdict.FAILED, "taken back", model);

        assertThat(drawn("job/storefront/2/" + told.getUrlName() + "/"))
                .containsSubsequence(
                        "Pods that did not serve before it went back",
                        "storefront-canary-1",
                        "Pending",
                        "3",
                        "cannot get its image: ImagePullBackOff");
    }

    @Test
    void a_running_report_is_followed_until_it_ends() throws Exception {
        var told =
                shop.tell(2, "rollout", "live", ReportVerdict.RUNNING, "storefront: 5 %", Shop.JSON.createObjectNode());
        String page = "job/storefront/2/" + told.getUrlName() + "/";
        try (BrowserTab tab = open(page)) {
            assertThat(tab.text()).contains("storefront: 5 %");
            told.publish(shop.build(2), ReportVerdict.PASSED, "storefront serves all traffic", List.of(), Map.of());
            tab.await("document.body.innerText.includes('serves all traffic')");
        }
    }

    @Test
    void a_hundred_thousand_findings_are_searched_filtered_and_paged_by_the_server() throws Exception {
        shop.findings(100_000, "May expose internal representation");
        try (BrowserTab tab = open(SCAN)) {
            assertThat(tab.text()).contains("100,000 rows", "page 1 of 1,000");
            type(tab, "#pd-q-", "representation 99999");
            tab.await("document.body.innerText.includes('1 row')");
            assertThat(tab.evaluate("location.search").asText()).contains("q=representation");
            type(tab, "#pd-q-", "");
            choose(tab, "#pd-f-severity", "CRITICAL");
            tab.await("document.body.innerText.includes('1,031 rows')");
            assertThat(tab.evaluate("location.search").asText()).isEqualTo("?severity=CRITICAL");
            assertThat(tab.heapMegabytes()).isLessThan(150);
            System.out.printf(
                    "100,000 findings: first view %.0f ms, heap %.1f MB%n",
                    tab.evaluate(
                                    "performance.getEntriesByName(performance.getEntriesByType('resource').find(one => one.name.includes('findings?')).name)[0].responseEnd")
                            .asDouble(),
                    tab.heapMegabytes());
        }
        try (BrowserTab other = open(SCAN + "?severity=CRITICAL&page=2")) {
            assertThat(other.text()).contains("1,031 rows", "page 2 of 11");
        }
    }

    @Test
    void a_thousand_deployments_are_one_table_with_the_environments_as_columns() throws Exception {
        shop.deployments(1_000);
        try (BrowserTab tab = open("environments/")) {
            tab.await("/page 1 of \\d/.test(document.body.innerText)");
            type(tab, "#pd-q-", "service-199");
            tab.await("document.querySelectorAll('tbody tr').length === 1");
            assertThat(tab.evaluate("location.search").asText()).contains("q=service-199");
            assertThat(tab.heapMegabytes()).isLessThan(150);
        }
    }

    private static void type(BrowserTab tab, String field, String text) {
        tab.evaluate("(field => { field.value = " + BrowserTab.quoted(text)
                + "; field.dispatchEvent(new Event('input', {bubbles: true})); })(document.querySelector('" + field
                + "'))");
    }

    private static void choose(BrowserTab tab, String field, String value) {
        type(tab, field, value);
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
