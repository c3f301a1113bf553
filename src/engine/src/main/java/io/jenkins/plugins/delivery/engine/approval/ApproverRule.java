package io.jenkins.plugins.delivery.engine.approval;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * So many different people out of these users and groups.
 *
 * @param users canonical user ids
 * @param groups names of groups or roles
 * @param count how many of them have to approve, at least 1
 */
public record ApproverRule(Set<String> users, Set<String> groups, int count) {
    public ApproverRule {
        users = sorted(users);
        groups = sorted(groups);
        if (users.isEmpty() && groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "approvers: an entry names neither a user nor a group, so nobody could ever approve.");
        }
        if (count < 1) {
            throw new IllegalArgumentException("approvers: count is " + count + ", it has to be at least 1.");
        }
        if (groups.isEmpty() && count > users.size()) {
            throw new IllegalArgumentException("approvers: count is " + count + ", but only " + users.size()
                    + " user(s) are named: " + String.join(", ", users) + ".");
        }
    }

    boolean matches(Voter voter) {
        return users.contains(voter.id()) || !Collections.disjoint(groups, voter.groups());
    }

    /** For people: {@code 2 of alice, bob, group ops}. */
    public String describe() {
        return describe(count);
    }

    String describe(int howMany) {
        TreeSet<String> names = new TreeSet<>(users);
        groups.forEach(group -> names.add("group " + group));
        return howMany + " of " + String.join(", ", names);
    }

    private static Set<String> sorted(Set<String> names) {
        TreeSet<String> trimmed = new TreeSet<>();
        for (String name : names) {
            if (!name.isBlank()) {
                trimmed.add(name.trim());
            }
        }
        return Collections.unmodifiableSet(trimmed);
    }
}
