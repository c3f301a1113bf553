package io.jenkins.plugins.delivery.engine.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverrideTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Voter ALICE = new Voter("alice", "Alice", Set.of("ops"));
    private static final Voter BOB = new Voter("bob", "Bob", Set.of("ops"));
    private static final Voter STARTER = new Voter("starter", "Starter", Set.of("ops"));
    private static final Voter STRANGER = new Voter("stranger", "Stranger", Set.of());

    @Test
    void one_person_asks_with_a_reason_and_another_agrees() {
        Approval asked = accepted(open().requestOverride(ALICE, " a fire ", "10.0.0.1", NOW));
        assertThat(asked.isOverridden()).isFalse();
        assertThat(asked.override().words())
                .isEqualTo("Alice overrides the window: a fire (another person has to agree)");

        Approval agreed = accepted(asked.confirmOverride(BOB, "10.0.0.2", NOW.plusSeconds(60)));
        assertThat(agreed.isOverridden()).isTrue();
        assertThat(agreed.override().words()).isEqualTo("Alice overrides the window: a fire, agreed by Bob");
        assertThat(agreed.override().confirmedFrom()).isEqualTo("10.0.0.2");
    }

    @Test
    void an_override_does_not_approve() {
        Approval overridden = accepted(
                accepted(open().requestOverride(ALICE, "a fire", "", NOW)).confirmOverride(BOB, "", NOW));

        assertThat(overridden.isOpen()).isTrue();
        assertThat(accepted(overridden.cast(new Ballot(BOB, Choice.APPROVE, "", null), NOW))
                        .isOverridden())
                .isTrue();
    }

    @Test
    void nobody_agrees_with_themselves() {
        Approval asked = accepted(open().requestOverride(ALICE, "a fire", "", NOW));

        assertRefused(asked.confirmOverride(ALICE, "", NOW), Refusal.SELF_APPROVAL, "Alice asked for it");
    }

    @Test
    void who_caused_the_build_may_ask_but_not_agree() {
        assertThat(open().requestOverride(STARTER, "a fire", "", NOW)).isInstanceOf(VoteResult.Accepted.class);
        Approval asked = accepted(open().requestOverride(ALICE, "a fire", "", NOW));

        assertRefused(asked.confirmOverride(STARTER, "", NOW), Refusal.SELF_APPROVAL, "started this build");
    }

    @Test
    void only_an_approver_agrees() {
        Approval asked = accepted(open().requestOverride(ALICE, "a fire", "", NOW));

        assertRefused(asked.confirmOverride(STRANGER, "", NOW), Refusal.NOT_AN_APPROVER, "not among the approvers");
    }

    @Test
    void there_is_no_override_without_a_reason_or_with_a_book_of_it() {
        assertRefused(open().requestOverride(ALICE, "  ", "", NOW), Refusal.REASON_MISSING, "Say why");
        assertRefused(
                open().requestOverride(ALICE, "x".repeat(1_000_000), "", NOW),
                Refusal.REASON_TOO_LONG,
                "1000000 characters");
    }

    @Test
    void a_second_click_changes_nothing() {
        Approval asked = accepted(open().requestOverride(ALICE, "a fire", "", NOW));
        assertRefused(asked.requestOverride(BOB, "me too", "", NOW), Refusal.ALREADY_VOTED, "a fire");

        Approval agreed = accepted(asked.confirmOverride(BOB, "", NOW));
        assertRefused(agreed.confirmOverride(BOB, "", NOW), Refusal.ALREADY_VOTED, "agreed by Bob");
    }

    @Test
    void what_was_not_asked_for_or_did_not_pass_is_not_overridden() {
        assertRefused(open().confirmOverride(BOB, "", NOW), Refusal.ALREADY_DECIDED, "Nobody asks");
        Approval rejected = accepted(open().cast(new Ballot(BOB, Choice.REJECT, "no", null), NOW));
        assertRefused(rejected.requestOverride(ALICE, "a fire", "", NOW), Refusal.ALREADY_DECIDED, "Rejected by Bob");
    }

    @Test
    void an_approval_that_waits_for_its_window_is_void_when_the_evidence_changes() {
        Approval approved = accepted(open().cast(new Ballot(BOB, Choice.APPROVE, "", null), NOW));

        assertThat(approved.withdrawUnless(List.of(), NOW)).isSameAs(approved);
        assertThat(approved.withdrawUnless(List.of(new Evidence("scan", "passed", "00")), NOW)
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.VOID);
    }

    @Test
    void it_survives_being_kept() throws Exception {
        Approval agreed = accepted(accepted(open().requestOverride(ALICE, "a fire", "10.0.0.1", NOW))
                .confirmOverride(BOB, "", NOW));

        assertThat(ApprovalJson.read(ApprovalJson.write(agreed))).isEqualTo(agreed);
    }

    private static Approval open() {
        ApprovalPolicy policy = new ApprovalPolicy(
                List.of(new Approvers(List.of(new ApproverRule(Set.of(), Set.of("ops"), 1)))),
                1,
                false,
                ReasonRule.OPTIONAL,
                List.of());
        return Approval.open(new ApprovalRequest(
                "1",
                "Release?",
                "production",
                Set.of("starter"),
                policy,
                List.of(),
                NOW,
                NOW.plus(Duration.ofHours(24)),
                OnTimeout.REJECT));
    }

    private static Approval accepted(VoteResult result) {
        assertThat(result).isInstanceOf(VoteResult.Accepted.class);
        return ((VoteResult.Accepted) result).approval();
    }

    private static void assertRefused(VoteResult result, Refusal refusal, String words) {
        assertThat(result).isInstanceOfSatisfying(VoteResult.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(refusal);
            assertThat(refused.message()).contains(words);
        });
    }
}
