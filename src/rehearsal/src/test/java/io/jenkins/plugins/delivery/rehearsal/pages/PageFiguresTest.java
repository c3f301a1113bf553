package io.jenkins.plugins.delivery.rehearsal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures pages with much data in a browser: {@code -Dpages.rounds=10}. Prints the best and the middle of all rounds; judges
 * nothing by time.
 */
@EnabledIfSystemProperty(
        named = "pages.rounds",
        matches = "[1-9]\\d*",
        disabledReason = "skipped: pages are measured with -Dpages.rounds=10 only")
class PageFiguresTest {
    private static final String SCAN = "job/storefront/1/security-scan-code/";

    /** When the first rows of a table are on the screen, in milliseconds since the page was asked for. */
    private static final String FIRST_ROWS = "addEventListener('DOMContentLoaded', () => {"
            + " const seen = new MutationObserver(() => { if (!window.firstRows && document.querySelector('tbody tr')) {"
            + "  window.firstRows = -1; requestAnimationFrame(() => setTimeout(() => { window.firstRows = performance.now(); })); } });"
            + " seen.observe(document, {childList: true, subtree: true}); });";

    @TempDir
    Path folder;

    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    @Test
    void pages_with_much_data() throws Exception {
        assumeTrue(Browser.present(), Browser.SKIPPED);
        try (Shop shop = new Shop(folder.resolve("home"));
                PageServer server = new PageServer();
                Browser browser = Browser.start(folder.resolve("profile"))) {
            shop.findings(100_000, "May expose internal representation");
            shop.deployments(1_000);
            for (int round = 0; round <= Integer.getInteger("pages.rounds"); round++) {
                findings(browser, server);
                environments(browser, server);
                if (round == 0) {
                    measured.clear();
                }
            }
        }
        measured.forEach((what, figures) -> {
            figures.sort(null);
            System.out.printf(
                    "%-48s best %7.1f, middle %7.1f%n", what, figures.get(0), figures.get(figures.size() / 2));
        });
        assertThat(measured).hasSize(11);
    }

    private void findings(Browser browser, PageServer server) throws Exception {
        try (BrowserTab tab = browser.open().as(1240, false).first(FIRST_ROWS).go(server.url(SCAN))) {
            note("100,000 findings: first view, ms", firstRows(tab));
            note("100,000 findings: filter by severity, ms", change(tab, "#pd-f-severity", "CRITICAL", "1,031 rows"));
            note("100,000 findings: filter by standing too, ms", change(tab, "#pd-f-standing", "NEW", "207 rows"));
            change(tab, "#pd-f-severity", "", "20,000 rows");
            change(tab, "#pd-f-standing", "", "100,000 rows");
            note("100,000 findings: search, 120 ms of them patience, ms", change(tab, "#pd-q-", "ion 99999", "1 row"));
            change(tab, "#pd-q-", "", "100,000 rows");
            note("100,000 findings: objects of the page, MB", tab.heapMegabytes());
            note("100,000 findings: process of the page, MB", browser.pageProcessMegabytes());
        }
    }

    private void environments(Browser browser, PageServer server) throws Exception {
        try (BrowserTab tab = browser.open().as(1240, false).first(FIRST_ROWS).go(server.url("environments/"))) {
            note("1,000 deployments: first view, ms", firstRows(tab));
            note(
                    "1,000 deployments: search, 120 ms of them patience, ms",
                    change(tab, "#pd-q-", "service-199", "1 row"));
            change(tab, "#pd-q-", "", "200 rows");
            note("1,000 deployments: filter by result, ms", change(tab, "#pd-f-result", "bad", "Nothing matches"));
            note("1,000 deployments: objects of the page, MB", tab.heapMegabytes());
            note("1,000 deployments: process of the page, MB", browser.pageProcessMegabytes());
        }
    }

    private static double firstRows(BrowserTab tab) {
        return tab.await("window.firstRows > 0").evaluate("window.firstRows").asDouble();
    }

    /** From what the reader does to the frame that shows what comes of it. */
    private static double change(BrowserTab tab, String field, String value, String shown) {
        return tab.evaluate("new Promise(done => { const field = document.querySelector("
                        + BrowserTab.quoted(field) + "), start = performance.now(); field.value = "
                        + BrowserTab.quoted(value) + "; field.dispatchEvent(new Event('input', {bubbles: true}));"
                        + " const look = () => [...document.querySelectorAll('.pd-status')].some(one => one.textContent.startsWith("
                        + BrowserTab.quoted(shown)
                        + ")) && !document.querySelector('.pd-scroll[aria-busy=true]') ? done(performance.now() - start)"
                        + " : requestAnimationFrame(look); look(); })")
                .asDouble();
    }

    private void note(String what, double figure) {
        measured.computeIfAbsent(what, any -> new ArrayList<>()).add(figure);
    }
}
