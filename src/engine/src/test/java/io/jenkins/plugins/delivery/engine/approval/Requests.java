package io.jenkins.plugins.delivery.engine.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the tests ask and answer with. */
final class Requests {
    static final Instant OPENED = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant LATER = OPENED.plusSeconds(60);
    static final Instant DEADLINE = OPENED.plus(Duration.ofHours(24));

    private Requests() {}

    static Approval open(ApprovalPolicy policy, String... causers) {
        return Approval.open(new ApprovalRequest(
                "gate",
                "Release shop 42?",
                "production",
                Set.of(causers),
                policy,
                List.of(new Evidence("scan", "no HIGH", "00ff")),
                OPENED,
                DEADLINE,
                OnTimeout.REJECT));
    }

    static ApprovalPolicy policy(int quorum, ApproverRule... rules) {
        List<Approvers> demands = rules.length == 0 ? List.of() : List.of(new Approvers(List.of(rules)));
        return new ApprovalPolicy(demands, quorum, false, ReasonRule.OPTIONAL, List.of());
    }

    static ApproverRule users(int count, String... users) {
        return new ApproverRule(Set.of(users), Set.of(), count);
    }

    static ApproverRule group(int count, String group) {
        return new ApproverRule(Set.of(), Set.of(group), count);
    }

    static Voter voter(String id, String... groups) {
        return new Voter(id, id, Set.of(groups));
    }

    static Ballot yes(Voter voter) {
        return new Ballot(voter, Choice.APPROVE, "", null);
    }

    static Ballot no(Voter voter, String reason) {
        return new Ballot(voter, Choice.REJECT, reason, null);
    }

    static Approval accepted(VoteResult result) {
        if (result instanceof VoteResult.Accepted accepted) {
            return accepted.approval();
        }
        throw new AssertionError("not accepted: " + result);
    }

    static Refusal refused(VoteResult result) {
        if (result instanceof VoteResult.Refused refused) {
            return refused.refusal();
        }
        throw new AssertionError("not refused: " + result);
    }
}
