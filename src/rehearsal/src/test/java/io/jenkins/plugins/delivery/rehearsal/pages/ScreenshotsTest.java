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
                            "[...document.querySelectorAll('.pd-canvas')].every(one => one.hidden || one.querySelector('canvas'))"
                                    + " && [...document.querySelectorAll('.pd-grid[aria-live]')].every(one => one.hasChildNodes())");
                    Path file = images.resolve("page-" + page.getKey() + (dark ? "-dark" : "-light") + ".png");
                    tab.screenshot(file, HIGHEST);
                    assertThat(file).isNotEmptyFile();
                }
            }
        }
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
