package io.jenkins.plugins.delivery.engine.approval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rules that have to be satisfied together, each by people of its own.
 *
 * <p>One person has one vote: who is in two groups fills one place, not two. Which place is chosen so that as many
 * places as possible are filled (a maximum matching between people and places), hence nobody's vote is wasted by the
 * order in which people vote.
 *
 * @param rules empty means that everybody who may vote at all is an approver
 */
public record Approvers(List<ApproverRule> rules) {
    /** Whoever has the permission to approve. */
    public static final Approvers ANYONE = new Approvers(List.of());

    public Approvers {
        rules = List.copyOf(rules);
    }

    boolean accepts(Voter voter) {
        return rules.isEmpty() || rules.stream().anyMatch(rule -> rule.matches(voter));
    }

    /** How many people these rules need at least. */
    public int places() {
        return rules.stream().mapToInt(ApproverRule::count).sum();
    }

    /** What is still missing, in words; empty when the rules are satisfied. */
    List<String> missing(Collection<Voter> approving) {
        int[] open = openPlaces(List.copyOf(approving));
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] > 0) {
                missing.add(rules.get(i).describe(open[i]));
            }
        }
        return missing;
    }

    /** Whether it is known by name who may approve. */
    boolean namesUsersOnly() {
        return !rules.isEmpty() && rules.stream().allMatch(rule -> rule.groups().isEmpty());
    }

    Set<String> users() {
        Set<String> users = new TreeSet<>();
        rules.forEach(rule -> users.addAll(rule.users()));
        return users;
    }

    private int[] openPlaces(List<Voter> people) {
        List<ApproverRule> places = new ArrayList<>();
        List<Integer> ruleOfPlace = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (int k = 0; k < Math.min(rules.get(i).count(), people.size() + 1); k++) {
                places.add(rules.get(i));
                ruleOfPlace.add(i);
            }
        }
        int[] personAt = new int[places.size()];
        Arrays.fill(personAt, -1);
        for (int person = 0; person < people.size(); person++) {
            seat(person, people, places, personAt, new boolean[places.size()]);
        }
        int[] open = rules.stream().mapToInt(ApproverRule::count).toArray();
        for (int place = 0; place < personAt.length; place++) {
            if (personAt[place] >= 0) {
                open[ruleOfPlace.get(place)]--;
            }
        }
        return open;
    }

    /** Augmenting path: takes a free place, or one whose holder can move to another. */
    private static boolean seat(
            int person, List<Voter> people, List<ApproverRule> places, int[] personAt, boolean[] tried) {
        for (int place = 0; place < personAt.length; place++) {
            if (tried[place] || !places.get(place).matches(people.get(person))) {
                continue;
            }
            tried[place] = true;
            if (personAt[place] < 0 || seat(personAt[place], people, places, personAt, tried)) {
                personAt[place] = person;
                return true;
            }
        }
        return false;
    }
}
