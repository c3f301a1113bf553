package io.jenkins.plugins.delivery.engine.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * What it takes to approve.
 *
 * @param demands each of them has to be satisfied, by the same votes; empty means anybody who may vote
 * @param quorum how many different people have to approve, at least 1
 * @param selfApproval whether somebody who caused the build may approve it
 * @param reason whether a vote needs a reason
 * @param tickets regular expressions; the reason of an approval has to contain a match of each
 */
public record ApprovalPolicy(
        List<Approvers> demands, int quorum, boolean selfApproval, ReasonRule reason, List<String> tickets) {
    /** One person other than who caused the build. */
    public static final ApprovalPolicy DEFAULT =
            new ApprovalPolicy(List.of(), 1, false, ReasonRule.OPTIONAL, List.of());

    public ApprovalPolicy {
        demands = List.copyOf(demands);
        tickets = List.copyOf(tickets);
        if (quorum < 1) {
            throw new IllegalArgumentException("quorum is " + quorum + ", it has to be at least 1.");
        }
        tickets.forEach(ApprovalPolicy::checkPattern);
        checkPossible(demands, quorum, Set.of());
    }

    /** The two together: never laxer than either. */
    public ApprovalPolicy and(ApprovalPolicy other) {
        return new ApprovalPolicy(
                union(demands, other.demands),
                Math.max(quorum, other.quorum),
                selfApproval && other.selfApproval,
                reason.stricter(other.reason),
                union(tickets, other.tickets));
    }

    /** Whether this person's vote could count at all. */
    public boolean accepts(Voter voter) {
        return demands.isEmpty() || demands.stream().anyMatch(demand -> demand.accepts(voter));
    }

    /** What is still missing when these people have approved, in words; empty when nothing is. */
    public List<String> missing(Collection<Voter> approving) {
        List<String> missing = new ArrayList<>();
        demands.forEach(demand -> missing.addAll(demand.missing(approving)));
        int people = quorum - approving.size();
        if (people > 0 && missing.isEmpty()) {
            missing.add(people == 1 ? "1 more person" : people + " more people");
        }
        return missing;
    }

    boolean ticketsFoundIn(String text) {
        return tickets.stream()
                .allMatch(ticket -> Pattern.compile(ticket).matcher(text).find());
    }

    /** Refuses a policy that nobody could ever satisfy once these people are not allowed to approve. */
    void checkPossibleWithout(Set<String> excluded) {
        checkPossible(demands, quorum, selfApproval ? Set.of() : excluded);
    }

    private static void checkPossible(List<Approvers> demands, int quorum, Set<String> excluded) {
        Set<String> everybody = new TreeSet<>();
        boolean closed = !demands.isEmpty();
        for (Approvers demand : demands) {
            closed &= demand.namesUsersOnly();
            if (demand.namesUsersOnly()) {
                everybody.addAll(demand.users());
                checkEnough(demand.places(), demand.users(), excluded);
            }
        }
        if (closed) {
            checkEnough(quorum, everybody, excluded);
        }
    }

    private static void checkEnough(int needed, Set<String> named, Set<String> excluded) {
        Set<String> left = new TreeSet<>(named);
        left.removeAll(excluded);
        if (needed > left.size()) {
            String why = left.size() == named.size() ? "" : ", and who caused this build may not approve it";
            throw new IllegalArgumentException("approvers: " + needed + " different people have to approve, but only "
                    + named.size() + " may: " + String.join(", ", named) + why
                    + ". Name more approvers or a group, or lower the quorum.");
        }
    }

    private static void checkPattern(String ticket) {
        try {
            Pattern.compile(ticket);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "ticket is not a regular expression: " + e.getDescription() + " in " + ticket, e);
        }
    }

    private static <T> List<T> union(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
