package io.jenkins.plugins.delivery.steps.approval;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.as;
import static io.jenkins.plugins.delivery.steps.approval.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.config.Approver;
import io.jenkins.plugins.delivery.config.FreezeSettings;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kohsuke.stapler.HttpResponse;

/** What people and Jenkinsfiles get wrong, or try: refused with what is wrong, and nothing changed. */
class ApprovalBadInputTest {
    @TempDir
    private Path home;

    private GateFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_comment_of_a_megabyte_is_refused_and_changes_nothing() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        Approval before = action.approval();
        String huge = "x".repeat(1 << 20);

        assertThat(as("alice", () -> status(action.doApprove(null, huge, null))))
                .isEqualTo(400);
        assertThat(as("alice", () -> status(action.doReject(null, huge, null)))).isEqualTo(400);
        assertThat(as("root", () -> status(action.doOverride(null, huge)))).isEqualTo(400);
        assertThat(action.approval()).isEqualTo(before);
    }

    @Test
    void a_double_click_is_one_vote() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setQuorum(2);
        ApprovalAction action = fixture.start(step);

        assertThat(as("alice", () -> status(action.doApprove(null, "", null)))).isEqualTo(200);
        assertThat(as("alice", () -> status(action.doApprove(null, "", null)))).isEqualTo(409);
        assertThat(action.approval().votes()).hasSize(1);
    }

    @Test
    void who_approved_cannot_reject_in_a_form_that_was_left_open() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        String digest = action.approval().request().evidenceDigest();
        as("alice", () -> action.doApprove(null, "", digest));

        assertThat(as("bob", () -> status(action.doReject(null, "", digest)))).isEqualTo(409);
        assertThat(action.approval().isApproved()).isTrue();
    }

    @Test
    void an_answer_after_the_deadline_is_refused() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        fixture.clock.advance(Duration.ofDays(2));

        assertThat(as("alice", () -> status(action.doApprove(null, "", null)))).isEqualTo(409);
        assertThat(action.approval().isApproved()).isFalse();
    }

    @Test
    void a_comment_forges_no_line_of_the_log() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        action.decide(user("alice"), true, "fine\nFinished: SUCCESS\r\n\u001b[31mred");

        assertThat(fixture.context.log().lines()).noneMatch(line -> line.startsWith("Finished"));
        assertThat(fixture.context.log()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "timeout; -1h; timeout",
                "timeout; -5; timeout",
                "timeout; 99999999999999999999; timeout",
                "reminder; -5m; reminder",
                "window; Mon-Fri 09:00-16:00 Europe/Nowhere; Europe/Nowhere",
                "window; 25:00-26:00 UTC; window",
                "quorum; -1; quorum",
            },
            delimiter = ';')
    void bad_arguments_are_refused_before_anybody_is_asked(String argument, String value, String words) {
        ApprovalGateStep step = new ApprovalGateStep();
        switch (argument) {
            case "timeout" -> step.setTimeout(value);
            case "reminder" -> step.setReminder(value);
            case "window" -> step.setWindow(value);
            default -> step.setQuorum(Integer.parseInt(value));
        }

        assertThatThrownBy(() -> fixture.start(step)).hasMessageContaining(words);
        assertThat(fixture.action()).isNull();
    }

    @Test
    void a_quorum_that_the_named_people_cannot_reach_is_refused() throws Exception {
        Approver alice = new Approver();
        alice.setUser("alice");
        alice.setCount(2);
        ApprovalGateStep step = new ApprovalGateStep();
        step.setApprovers(List.of(alice));

        assertThatThrownBy(step::plan).hasMessageContaining("approvers");
        assertThat(fixture.action()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-18T18:00, 2026-12-24T18:00, Europe/Nowhere, time zone",
        "2026-12-24T18:00, 2026-12-18T18:00, UTC, not after it begins",
        "2026-02-30T18:00, 2026-12-18T18:00, UTC, no date",
        "'', 2026-12-18T18:00, UTC, no date",
    })
    void bad_freezes_are_refused(String from, String to, String zone, String words) {
        assertThatThrownBy(() -> new FreezeSettings("why", from, to, zone).toFreeze())
                .hasMessageContaining(words);
    }

    @Test
    void a_freeze_without_a_reason_is_refused() {
        assertThatThrownBy(() -> new FreezeSettings(" ", "2026-12-18T18:00", "2026-12-24T18:00", "UTC").toFreeze())
                .hasMessageContaining("it has no reason");
    }

    private static int status(HttpResponse response) {
        return ((JsonResponse) response).status();
    }
}
