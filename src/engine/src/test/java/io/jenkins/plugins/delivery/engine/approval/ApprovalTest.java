package io.jenkins.plugins.delivery.engine.approval;

import static io.jenkins.plugins.delivery.engine.approval.Requests.DEADLINE;
import static io.jenkins.plugins.delivery.engine.approval.Requests.LATER;
import static io.jenkins.plugins.delivery.engine.approval.Requests.accepted;
import static io.jenkins.plugins.delivery.engine.approval.Requests.group;
import static io.jenkins.plugins.delivery.engine.approval.Requests.no;
import static io.jenkins.plugins.delivery.engine.approval.Requests.open;
import static io.jenkins.plugins.delivery.engine.approval.Requests.policy;
import static io.jenkins.plugins.delivery.engine.approval.Requests.refused;
import static io.jenkins.plugins.delivery.engine.approval.Requests.users;
import static io.jenkins.plugins.delivery.engine.approval.Requests.voter;
import static io.jenkins.plugins.delivery.engine.approval.Requests.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    @Test
    void one_approval_is_enough_by_default() {
        Approval after = accepted(open(ApprovalPolicy.DEFAULT).cast(yes(voter("alice")), LATER));

        assertThat(after.decision().outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(after.decision().at()).isEqualTo(LATER);
        assertThat(after.decision().summary()).isEqualTo("Approved by alice");
    }

    @Test
    void a_quorum_of_two_needs_two_different_people() {
        Approval once = accepted(open(policy(2)).cast(yes(voter("alice")), LATER));

        assertThat(once.isOpen()).isTrue();
        assertThat(once.missing()).containsExactly("1 more person");
        assertThat(refused(once.cast(yes(voter("alice")), LATER))).isEqualTo(Refusal.ALREADY_VOTED);
        assertThat(accepted(once.cast(yes(voter("bob")), LATER)).decision().outcome())
                .isEqualTo(Outcome.APPROVED);
    }

    @Test
    void rules_are_demanded_together() {
        Approval open = open(policy(1, group(1, "ops"), group(1, "security")));

        Approval ops = accepted(open.cast(yes(voter("alice", "ops")), LATER));
        assertThat(ops.missing()).containsExactly("1 of group security");
        assertThat(accepted(ops.cast(yes(voter("bob", "security")), LATER)).isOpen())
                .isFalse();
    }

    @Test
    void a_person_in_two_groups_has_one_vote() {
        Approval open = open(policy(1, group(1, "ops"), group(1, "security")));

        Approval both = accepted(open.cast(yes(voter("alice", "ops", "security")), LATER));

        assertThat(both.isOpen()).isTrue();
    }

    @Test
    void the_order_of_votes_wastes_nobodys_vote() {
        Approval open = open(policy(1, group(1, "ops"), group(1, "security")));

        Approval both = accepted(open.cast(yes(voter("alice", "ops", "security")), LATER));
        Approval after = accepted(both.cast(yes(voter("bob", "ops")), LATER));

        assertThat(after.decision().outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void one_rejection_decides_and_says_who_and_why() {
        Approval once = accepted(open(policy(3)).cast(yes(voter("alice")), LATER));

        Approval after = accepted(once.cast(no(voter("bob"), "not on a Friday"), LATER));

        assertThat(after.decision().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(after.decision().summary()).isEqualTo("Rejected by bob: not on a Friday");
    }

    @Test
    void who_has_approved_may_still_reject() {
        Approval once = accepted(open(policy(2)).cast(yes(voter("alice")), LATER));

        assertThat(accepted(once.cast(no(voter("alice"), "I was wrong"), LATER))
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @Test
    void a_decision_is_final() {
        Approval decided = accepted(open(ApprovalPolicy.DEFAULT).cast(yes(voter("alice")), LATER));

        assertThat(refused(decided.cast(no(voter("bob"), ""), LATER))).isEqualTo(Refusal.ALREADY_DECIDED);
        assertThat(decided.expire(DEADLINE)).isEqualTo(decided);
        assertThat(decided.abort(LATER, "stopped")).isEqualTo(decided);
        assertThat(decided.voidUnless(List.of(), LATER)).isEqualTo(decided);
    }

    @Test
    void outsiders_have_no_say() {
        Approval open = open(policy(1, users(1, "alice"), group(1, "ops")));

        assertThat(refused(open.cast(yes(voter("mallory", "dev")), LATER))).isEqualTo(Refusal.NOT_AN_APPROVER);
        assertThat(refused(open.cast(no(voter("mallory", "dev"), ""), LATER))).isEqualTo(Refusal.NOT_AN_APPROVER);
    }

    @Test
    void who_caused_the_build_may_reject_but_not_approve_it() {
        Approval open = open(ApprovalPolicy.DEFAULT, "alice", "bob");

        assertThat(refused(open.cast(yes(voter("bob")), LATER))).isEqualTo(Refusal.SELF_APPROVAL);
        assertThat(accepted(open.cast(no(voter("bob"), "found a bug"), LATER)).isOpen())
                .isFalse();
    }

    @Test
    void self_approval_is_a_matter_of_policy() {
        ApprovalPolicy lax = new ApprovalPolicy(List.of(), 1, true, ReasonRule.OPTIONAL, List.of());

        assertThat(accepted(open(lax, "alice").cast(yes(voter("alice")), LATER)).isOpen())
                .isFalse();
    }

    @Test
    void a_required_reason_is_required_of_both_answers() {
        ApprovalPolicy policy = new ApprovalPolicy(List.of(), 1, false, ReasonRule.REQUIRED, List.of());

        assertThat(refused(open(policy).cast(yes(voter("alice")), LATER))).isEqualTo(Refusal.REASON_MISSING);
        assertThat(refused(open(policy).cast(no(voter("alice"), "  "), LATER))).isEqualTo(Refusal.REASON_MISSING);
    }

    @Test
    void an_approval_has_to_name_the_ticket() {
        ApprovalPolicy policy = new ApprovalPolicy(List.of(), 1, false, ReasonRule.OPTIONAL, List.of("OPS-\\d+"));
        Ballot named = new Ballot(voter("alice"), Choice.APPROVE, "as in OPS-12", null);

        assertThat(refused(open(policy).cast(yes(voter("alice")), LATER))).isEqualTo(Refusal.TICKET_MISSING);
        assertThat(accepted(open(policy).cast(named, LATER)).isOpen()).isFalse();
        assertThat(accepted(open(policy).cast(no(voter("alice"), ""), LATER)).isOpen())
                .isFalse();
    }

    @Test
    void a_reason_has_a_longest_length() {
        Ballot novel = new Ballot(voter("alice"), Choice.APPROVE, "x".repeat(1 << 20), null);

        assertThat(refused(open(ApprovalPolicy.DEFAULT).cast(novel, LATER))).isEqualTo(Refusal.REASON_TOO_LONG);
    }

    @Test
    void silence_until_the_deadline_decides() {
        Approval open = open(policy(2));

        assertThat(open.expire(DEADLINE.minusNanos(1)).isOpen()).isTrue();
        assertThat(open.expire(DEADLINE).decision().outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(open.expire(DEADLINE).decision().summary()).contains("2 more people");
    }

    @Test
    void a_vote_at_the_deadline_comes_too_late() {
        assertThat(refused(open(policy(1)).cast(yes(voter("alice")), DEADLINE))).isEqualTo(Refusal.DEADLINE_PASSED);
        assertThat(accepted(open(policy(1)).cast(yes(voter("alice")), DEADLINE.minusNanos(1)))
                        .isOpen())
                .isFalse();
    }

    @Test
    void a_page_that_shows_other_evidence_is_refused() {
        Ballot stale = new Ballot(voter("alice"), Choice.APPROVE, "", Evidence.digestOf(List.of()));

        assertThat(refused(open(policy(1)).cast(stale, LATER))).isEqualTo(Refusal.STALE_EVIDENCE);
    }

    @Test
    void an_approval_is_void_when_the_evidence_changes() {
        Approval open = open(policy(1));

        assertThat(open.voidUnless(open.request().evidence(), LATER).isOpen()).isTrue();
        assertThat(open.voidUnless(List.of(new Evidence("scan", "no HIGH", "0100")), LATER)
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.VOID);
    }

    @Test
    void a_stopped_build_ends_the_request() {
        assertThat(open(policy(1)).abort(LATER, "Aborted by carol").decision().summary())
                .isEqualTo("Aborted by carol");
    }

    @Test
    void what_is_kept_as_json_comes_back_equal() throws Exception {
        Approval open = open(policy(2, users(1, "alice"), group(2, "ops")), "dave");
        Approval voted = accepted(open.cast(no(voter("alice", "ops"), "<b>\"no\"</b>\n"), LATER));

        assertThat(ApprovalJson.read(ApprovalJson.write(open))).isEqualTo(open);
        assertThat(ApprovalJson.read(ApprovalJson.write(voted))).isEqualTo(voted);
    }

    @Test
    void json_of_a_newer_release_is_read() throws Exception {
        String json = ApprovalJson.write(open(policy(1)));

        assertThat(ApprovalJson.read("{\"weather\":\"fine\"," + json.substring(1)))
                .isEqualTo(open(policy(1)));
    }
}
