package io.jenkins.plugins.delivery.rehearsal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.model.Result;
import hudson.model.User;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision.Kind;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRun;
import io.jenkins.plugins.delivery.steps.approval.ApprovalAction;
import io.jenkins.plugins.delivery.steps.rollout.UnderWay;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Buttons as somebody presses them in a browser: what they send goes to the routes of the plugin, with a crumb. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class DecisionsTest {
    private static final String ROLLOUT = "job/storefront/2/rollout-storefront-in-production/";

    @TempDir
    static Path folder;

    private Shop shop;
    private PageServer server;
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(Browser.present(), Browser.SKIPPED);
        browser = Browser.start(folder.resolve("profile"));
    }

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        shop = new Shop(home.resolve("home"));
        People.move();
        server = new PageServer().visitedBy(People.APPROVER).speak(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        if (shop != null) {
            server.close();
            shop.close();
        }
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void approved_by_a_button_the_build_goes_on_and_the_page_says_who_did_it() throws Exception {
        PipelineRun run = gate("");
        try (BrowserTab tab = look(run)) {
            tab.evaluate("document.querySelector('#pd-approval-reason').value = 'numbers are fine'");
            tab.click("#pd-approval-approve", 1);

            said(tab, "Done: it was written down.");
            tab.await("!document.querySelector('#pd-approval-approve')");
            assertThat(tab.text()).contains("numbers are fine").doesNotContain("Your answer");
            assertThat(tab.complaints()).isEmpty();
        }
        assertThat(run.await().result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void the_page_of_a_running_build_goes_on_while_it_is_looked_at() throws Exception {
        PipelineRun run = gate("");
        try (BrowserTab page = browser.open()
                .as(1240, false)
                .go(server.url("job/release/" + run.build().getNumber() + "/delivery/"))) {
            page.await("document.body.innerText.includes('Waiting for 1 more person')");
            try (BrowserTab tab = look(run)) {
                tab.click("#pd-approval-approve", 1);
                said(tab, "Done: it was written down.");
            }
            page.await("document.body.innerText.includes('Approved by')");
            page.await("!document.querySelector('.pd-live')");
            assertThat(page.complaints()).isEmpty();
        }
        assertThat(run.await().result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void a_double_click_is_one_vote() throws Exception {
        PipelineRun run = gate(", quorum: 2");
        try (BrowserTab tab = look(run)) {
            tab.click("#pd-approval-approve", 2);
            said(tab, "Done");
            tab.await("!document.querySelector('#pd-approval-approve')");
        }
        assertThat(sent("/approve")).containsExactly("200");
        assertThat(approval(run).approval().votes()).hasSize(1);
    }

    @Test
    void a_reason_that_is_needed_is_asked_for_before_anything_is_sent() throws Exception {
        PipelineRun run = gate(", reason: 'REQUIRED'");
        try (BrowserTab tab = look(run)) {
            tab.click("#pd-approval-reject", 1);
            tab.await("document.activeElement.id === 'pd-approval-reason'");
            assertThat(tab.text()).contains("Say why first.");
            assertThat(sent("/reject")).isEmpty();
            tab.evaluate("document.activeElement.value = 'too risky'");
            tab.click("#pd-approval-reject", 1);
            said(tab, "Done");
        }
        assertThat(run.await().text()).contains("too risky");
    }

    @Test
    void what_the_server_refuses_is_said_in_its_words_and_what_was_written_stays() throws Exception {
        PipelineRun run = gate(", ticket: 'OPS-[0-9]+'");
        try (BrowserTab tab = look(run)) {
            tab.evaluate("document.querySelector('#pd-approval-reason').value = 'because'");
            tab.click("#pd-approval-approve", 1);
            said(tab, "OPS-[0-9]+");
            assertThat(tab.evaluate("document.querySelector('#pd-approval-reason').value")
                            .asText())
                    .isEqualTo("because");
            tab.await("!document.querySelector('#pd-approval-approve').disabled");
            assertThat(sent("/approve")).containsExactly("400");
        }
    }

    @Test
    void without_the_crumb_or_the_permission_the_page_says_that_it_was_refused() throws Exception {
        PipelineRun run = gate("");
        try (BrowserTab tab = look(run)) {
            tab.evaluate("document.head.dataset.crumbValue = 'of another session'");
            tab.click("#pd-approval-approve", 1);
            said(tab, "It was refused (403)");
            tab.evaluate("document.head.dataset.crumbValue = 'crumb'");
            server.visitedBy(People.READER);
            tab.click("#pd-approval-approve", 1);
            tab.await("!document.querySelector('#pd-approval-approve')");
            said(tab, "It was refused (403)");
        }
        assertThat(approval(run).approval().votes()).isEmpty();
    }

    @Test
    void a_connection_that_is_lost_leaves_nobody_in_doubt_about_what_counts() throws Exception {
        PipelineRun run = gate(", quorum: 2");
        try (BrowserTab tab = look(run)) {
            server.lose("/approve");
            tab.click("#pd-approval-approve", 1);
            said(tab, "it is not known whether this was taken");
            tab.await("document.querySelector('.pd-content').innerText.includes('1 of 2')"
                    + " || !document.querySelector('#pd-approval-approve')");
        }
        assertThat(approval(run).approval().votes()).hasSize(1);
    }

    @Test
    void what_somebody_else_decides_meanwhile_is_shown_also_to_who_is_writing() throws Exception {
        PipelineRun run = gate("");
        try (BrowserTab tab = look(run)) {
            tab.evaluate("document.querySelector('#pd-approval-reason').focus()");
            tab.evaluate("document.activeElement.value = 'I am still'");
            approval(run).decide(User.getById(People.ANOTHER_APPROVER, true), true, "I was first");
            tab.await("document.body.innerText.includes('I was first')");
            assertThat(tab.evaluate("document.querySelectorAll('.pd-decision').length")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void who_is_too_late_hears_so() throws Exception {
        PipelineRun run = gate("");
        try (BrowserTab tab = look(run)) {
            tab.evaluate("window.fetch = (real => (url, options) => options.method ? real(url, options)"
                    + " : new Promise(() => {}))(window.fetch)");
            approval(run).decide(User.getById(People.ANOTHER_APPROVER, true), false, "no");
            tab.click("#pd-approval-approve", 1);
            said(tab, "decided");
        }
        assertThat(sent("/approve")).containsExactly("409");
    }

    @Test
    void a_rollout_is_held_then_promoted_by_its_buttons() throws Exception {
        server.visitedBy(People.DEVELOPER);
        try (UnderWay rollout = shop.paused();
                BrowserTab tab = browser.open().as(1240, false).go(server.url(ROLLOUT))) {
            tab.click("#pd-rollout-hold", 2);
            tab.await("!document.querySelector('#pd-rollout-hold')");
            assertThat(rollout.decisions()).containsExactly(Kind.HOLD);
            tab.click("#pd-rollout-promote", 1);
            tab.await("!document.querySelector('#pd-rollout-promote')");
            assertThat(rollout.decisions()).containsExactly(Kind.HOLD, Kind.PROMOTE);
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void a_rollout_is_aborted_by_its_button_and_the_reason_is_on_record() throws Exception {
        server.visitedBy(People.DEVELOPER);
        try (UnderWay rollout = shop.paused();
                BrowserTab tab = browser.open().as(1240, false).go(server.url(ROLLOUT))) {
            tab.evaluate("document.querySelector('#pd-rollout-reason').value = 'orders look odd'");
            tab.click("#pd-rollout-abort", 1);
            said(tab, "Done");
            assertThat(rollout.decisions()).containsExactly(Kind.ABORT);
        }
        assertThat(shop.build(2).getRootDir().toPath().resolve("build.xml"))
                .content()
                .contains("orders look odd");
    }

    @Test
    void a_scan_is_made_the_baseline_on_its_page() throws Exception {
        server.visitedBy(People.ADMINISTRATOR);
        try (BrowserTab tab = browser.open().as(1240, false).go(server.url("job/storefront/1/security-scan-code/"))) {
            tab.evaluate("document.querySelector('#pd-baseline-reason').closest('details').open = true");
            tab.evaluate("document.querySelector('#pd-baseline-reason').value = 'accepted'");
            tab.click("#pd-baseline-resetBaseline", 1);
            tab.await("document.body.innerText.includes('Made the baseline by administrator')");
        }
    }

    private PipelineRun gate(String arguments) throws Exception {
        PipelineRun run = shop.run("release", "approvalGate(message: 'Release 2?'" + arguments + ")");
        while (run.build().getAction(ApprovalAction.class) == null) {
            assertThat(run.isDone()).as(() -> "ended: " + run.whenDone()).isFalse();
            Thread.onSpinWait();
        }
        return run;
    }

    private static ApprovalAction approval(PipelineRun run) {
        return run.build().getAction(ApprovalAction.class);
    }

    private BrowserTab look(PipelineRun run) {
        return browser.open()
                .as(1240, false)
                .go(server.url("job/release/" + run.build().getNumber() + "/approval/"))
                .await("document.querySelector('#pd-approval-approve')");
    }

    private static void said(BrowserTab tab, String words) {
        tab.await("document.querySelector('.pd-notice').textContent.includes(" + BrowserTab.quoted(words) + ")");
    }

    /** The statuses of what was sent there, in order. */
    private List<String> sent(String end) {
        return server.asked().stream()
                .filter(one -> one.contains(end + " "))
                .map(one -> one.replaceFirst(".* ", ""))
                .toList();
    }
}
