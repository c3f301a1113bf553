package io.jenkins.plugins.delivery.engine.approval;

import static io.jenkins.plugins.delivery.engine.approval.Requests.group;
import static io.jenkins.plugins.delivery.engine.approval.Requests.open;
import static io.jenkins.plugins.delivery.engine.approval.Requests.policy;
import static io.jenkins.plugins.delivery.engine.approval.Requests.users;
import static io.jenkins.plugins.delivery.engine.approval.Requests.voter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalPolicyTest {
    @Test
    void a_jenkinsfile_makes_the_environment_stricter_never_laxer() {
        ApprovalPolicy environment = new ApprovalPolicy(
                List.of(new Approvers(List.of(group(1, "ops")))), 2, false, ReasonRule.REQUIRED, List.of("OPS-\\d+"));
        ApprovalPolicy jenkinsfile = new ApprovalPolicy(
                List.of(new Approvers(List.of(group(1, "dev")))), 1, true, ReasonRule.OPTIONAL, List.of());

        ApprovalPolicy both = environment.and(jenkinsfile);

        assertThat(both.quorum()).isEqualTo(2);
        assertThat(both.selfApproval()).isFalse();
        assertThat(both.reason()).isEqualTo(ReasonRule.REQUIRED);
        assertThat(both.tickets()).containsExactly("OPS-\\d+");
        assertThat(both.missing(List.of(voter("a", "dev"), voter("b", "dev")))).containsExactly("1 of group ops");
        assertThat(both.and(both)).isEqualTo(both);
    }

    @Test
    void the_same_vote_serves_the_environments_demand_and_the_jenkinsfiles() {
        ApprovalPolicy both = policy(1, group(1, "ops")).and(policy(1, group(1, "dev")));

        assertThat(both.missing(List.of(voter("alice", "ops", "dev")))).isEmpty();
    }

    @Test
    void what_nobody_could_satisfy_is_refused_at_once() {
        assertThatThrownBy(() -> policy(0)).hasMessageContaining("quorum is 0");
        assertThatThrownBy(() -> policy(3, users(1, "alice", "bob"))).hasMessageContaining("3 different people");
        assertThatThrownBy(() -> policy(1, users(1, "alice"), users(1, "alice")))
                .hasMessageContaining("2 different people")
                .hasMessageContaining("alice");
        assertThatThrownBy(() -> users(2, "alice")).hasMessageContaining("count is 2");
        assertThatThrownBy(() -> users(0, "alice")).hasMessageContaining("count is 0");
        assertThatThrownBy(() -> users(1, " ")).hasMessageContaining("neither a user nor a group");
        assertThatThrownBy(() -> new ApprovalPolicy(List.of(), 1, false, ReasonRule.OPTIONAL, List.of("OPS-[")))
                .hasMessageContaining("ticket is not a regular expression");
    }

    @Test
    void a_gate_whose_only_approver_started_the_build_is_refused_at_once() {
        assertThatThrownBy(() -> open(policy(1, users(1, "alice")), "alice"))
                .hasMessageContaining("only 1 may: alice")
                .hasMessageContaining("who caused this build may not approve it");
    }

    @Test
    void a_group_may_have_enough_members_so_it_is_not_refused() {
        assertThat(policy(5, users(1, "alice"), group(1, "ops")).missing(List.of()))
                .containsExactly("1 of alice", "1 of group ops");
    }

    @Test
    void names_are_trimmed_and_sorted_so_that_equal_rules_are_equal() {
        assertThat(new ApproverRule(Set.of(" bob", "alice"), Set.of("ops "), 1))
                .isEqualTo(new ApproverRule(Set.of("alice", "bob"), Set.of("ops"), 1));
        assertThat(new ApproverRule(Set.of("bob"), Set.of("ops"), 2).describe()).isEqualTo("2 of bob, group ops");
    }
}
