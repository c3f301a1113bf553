package io.jenkins.plugins.delivery.engine.approval;

import static io.jenkins.plugins.delivery.engine.approval.Requests.LATER;
import static io.jenkins.plugins.delivery.engine.approval.Requests.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random policies and people against a slow oracle that tries every way to give people places. */
class ApprovalPropertyTest {
    private static final List<String> GROUPS = List.of("dev", "ops", "security");

    @Property(tries = 300)
    void approvals_suffice_exactly_when_people_can_be_given_places(
            @ForAll("rules") List<ApproverRule> rules, @ForAll("people") List<Voter> people) {
        assertThat(new Approvers(rules).missing(people).isEmpty()).isEqualTo(canSeat(rules, people));
    }

    @Property(tries = 300)
    void the_order_of_votes_never_matters(
            @ForAll("rules") List<ApproverRule> rules,
            @ForAll("people") List<Voter> people,
            @ForAll int quorum,
            @ForAll Random random) {
        ApprovalPolicy policy = new ApprovalPolicy(
                List.of(new Approvers(rules)), 1 + Math.floorMod(quorum, 4), false, ReasonRule.OPTIONAL, List.of());
        List<Voter> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);

        assertThat(policy.missing(shuffled).isEmpty())
                .isEqualTo(policy.missing(people).isEmpty());
    }

    @Property(tries = 300)
    void one_more_approval_never_makes_more_missing(
            @ForAll("rules") List<ApproverRule> rules, @ForAll("people") List<Voter> people) {
        ApprovalPolicy policy =
                new ApprovalPolicy(List.of(new Approvers(rules)), 2, false, ReasonRule.OPTIONAL, List.of());
        boolean satisfied = false;
        for (int i = 0; i <= people.size(); i++) {
            boolean now = policy.missing(people.subList(0, i)).isEmpty();
            assertThat(satisfied && !now).isFalse();
            satisfied = now;
        }
    }

    @Property(tries = 300)
    void an_approved_request_has_quorum_and_nobody_votes_twice_or_for_themselves(
            @ForAll("rules") List<ApproverRule> rules, @ForAll("people") List<Voter> people, @ForAll Random random) {
        ApprovalPolicy policy =
                new ApprovalPolicy(List.of(new Approvers(rules)), 2, false, ReasonRule.OPTIONAL, List.of());
        Approval approval = open(policy, "u1");
        for (int i = 0; i < 40 && approval.isOpen() && !people.isEmpty(); i++) {
            Voter voter = people.get(random.nextInt(people.size()));
            if (approval.cast(Requests.yes(voter), LATER) instanceof VoteResult.Accepted accepted) {
                approval = accepted.approval();
            }
        }
        assertThat(approval.votes())
                .extracting(vote -> vote.voter().id())
                .doesNotHaveDuplicates()
                .doesNotContain("u1");
        if (!approval.isOpen()) {
            assertThat(approval.votes()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(canSeat(rules, approval.votes().stream().map(Vote::voter).toList()))
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<List<ApproverRule>> rules() {
        Arbitrary<ApproverRule> rule = Combinators.combine(
                        Arbitraries.of("u0", "u1", "u2").set().ofMaxSize(2),
                        Arbitraries.of(GROUPS).set().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.integers().between(1, 2))
                .as(ApproverRule::new);
        return rule.list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Voter>> people() {
        return Arbitraries.of(GROUPS).set().list().ofMaxSize(6).map(groups -> {
            List<Voter> people = new ArrayList<>();
            for (Set<String> of : groups) {
                people.add(new Voter("u" + people.size(), "", of));
            }
            return people;
        });
    }

    private static boolean canSeat(List<ApproverRule> rules, List<Voter> people) {
        List<ApproverRule> places = new ArrayList<>();
        rules.forEach(rule -> Collections.nCopies(rule.count(), rule).forEach(places::add));
        return canFill(places, new ArrayList<>(people));
    }

    private static boolean canFill(List<ApproverRule> places, List<Voter> people) {
        if (places.isEmpty()) {
            return true;
        }
        for (Voter person : List.copyOf(people)) {
            if (places.get(0).matches(person)) {
                people.remove(person);
                boolean rest = canFill(places.subList(1, places.size()), people);
                people.add(person);
                if (rest) {
                    return true;
                }
            }
        }
        return false;
    }
}
