package io.jenkins.plugins.delivery.rehearsal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the documentation: {@code -Dscreenshots=docs/images}, relative to the root of the repository. */
@EnabledIfSystemProperty(
        named = "screenshots",
        matches = ".+",
        disabledReason = "skipped: pictures are taken with -Dscreenshots=docs/images only")
class ScreenshotsTest {
    private static final int HIGHEST = 1_400;
    private static final int REPORT = 1_080;
    private static final String CHARTS =
            "[...document.querySelectorAll('.pd-canvas')].every(one => one.hidden || one.querySelector('canvas'))";

    @TempDir
    Path folder;

    @Test
    void each_page_in_light_and_dark() throws Exception {
        assumeTrue(Browser.present(), Browser.SKIPPED);
        Path images = Files.createDirectories(Path.of("../..").resolve(System.getProperty("screenshots")));
        try (Shop shop = new Shop(folder.resolve("home"));
                PageServer server = new PageServer();
                Browser browser = Browser.start(folder.resolve("profile"));
                BrowserTab tab = browser.open()) {
            shop.delivered();
            server.say("approvals/json", shop.waiting());
            for (int build : new int[] {1, 2}) {
                server.say("job/storefront/" + build + "/delivery/json", shop.delivery(build));
            }
            for (Map.Entry<String, String> page : pages().entrySet()) {
                for (boolean dark : new boolean[] {false, true}) {
                    tab.as(1240, dark).go(server.url(page.getValue()));
                    tab.await(
                            CHARTS
                                    + " && [...document.querySelectorAll('.pd-grid[aria-live]')].every(one => one.hasChildNodes())");
                    Path file = images.resolve("page-" + page.getKey() + (dark ? "-dark" : "-light") + ".png");
                    tab.screenshot(file, HIGHEST);
                    assertThat(file).isNotEmptyFile();
                }
            }
        }
    }

    /** Of the rehearsal that was run last, which is that of the README unless somebody ran another. */
    @Test
    void the_report_of_a_rehearsal() throws Exception {
        assumeTrue(Browser.present(), Browser.SKIPPED);
        Path report =
                Path.of("../../target/rehearsal/index.html").toAbsolutePath().normalize();
        assumeTrue(Files.exists(report), "skipped: no rehearsal was run yet; mvn compile exec:java does");
        Path file = Path.of("../..").resolve(System.getProperty("screenshots")).resolve("rehearsal.png");
        try (Browser browser = Browser.start(folder.resolve("profile"));
                BrowserTab tab = browser.open()) {
            tab.as(1240, false).visit(report.toUri().toString().replaceFirst("^file:/+", "file:///"));
            tab.await(CHARTS);
            tab.screenshot(file, REPORT);
        }
        assertThat(file).isNotEmptyFile();
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("delivery", "job/storefront/2/delivery/");
        pages.put("rollout", "job/storefront/2/rollout-storefront-in-production/");
        pages.put("scan", "job/storefront/1/security-scan-code/");
        pages.put("smoke", "job/storefront/2/smoke-test-canary-2/");
        pages.put("approval", "job/storefront/2/approval-production/");
        pages.put("job", "job/storefront/delivery/");
        pages.put("smoke-trend", "job/storefront/smoke-trend/");
        pages.put("audit", "job/storefront/delivery-audit/");
        pages.put("environments", "environments/");
        pages.put("approvals", "approvals/");
        return pages;
    }
}
