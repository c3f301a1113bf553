package io.jenkins.plugins.delivery.engine.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What Git says about a workspace.
 *
 * @param commit that was checked out; empty where this is no checkout of Git
 * @param shallow whether the history was cut off
 * @param dirty files under version control that are not as the commit has them, at most the first few
 */
public record Checkout(String commit, boolean shallow, List<String> dirty) {
    /** Nothing is known of version control. */
    public static final Checkout NONE = new Checkout("", false, List.of());

    private static final int SHOWN = 5;

    public Checkout {
        dirty = List.copyOf(dirty);
    }

    /**
     * Reads what {@code git rev-parse HEAD}, {@code git rev-parse --is-shallow-repository} and
     * {@code git status --porcelain --untracked-files=no} say, one after the other.
     */
    public static Checkout parse(String said) {
        List<String> lines = said.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty() || !lines.get(0).matches("[0-9a-f]{40,64}")) {
            return NONE;
        }
        boolean shallow = lines.size() > 1 && lines.get(1).equals("true");
        List<String> dirty = lines.stream()
                .skip(2)
                .filter(line -> line.length() > 3)
                .map(line -> line.substring(3))
                .toList();
        return new Checkout(lines.get(0), shallow, dirty);
    }

    /** What is wrong with it, and what to do. */
    public List<String> problems(boolean allowDirty, boolean allowShallow) {
        List<String> problems = new ArrayList<>();
        if (!dirty.isEmpty() && !allowDirty) {
            String more = dirty.size() > SHOWN ? " and " + (dirty.size() - SHOWN) + " more" : "";
            problems.add("The checkout is dirty: " + String.join(", ", dirty.subList(0, Math.min(SHOWN, dirty.size())))
                    + more + " are not as commit " + shortCommit() + " has them, so nobody could build this again."
                    + " Clean the workspace before the checkout, or say checkout = [allowDirty: true].");
        }
        if (shallow && !allowShallow) {
            problems.add("The checkout is shallow: changes since the last release and the version cannot be told."
                    + " Fetch the whole history (git fetch --unshallow, or no depth in the settings of the checkout),"
                    + " or say checkout = [allowShallow: true].");
        }
        return problems;
    }

    /** As people write it. */
    public String shortCommit() {
        return commit.substring(0, Math.min(8, commit.length()));
    }
}
