package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody probably meant. */
final class NearestName {
    private NearestName() {}

    /** The nearest of `names`, however far, by Levenshtein distance. */
    static Optional<String> of(String written, Collection<String> names) {
        return names.stream().min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** The nearest of `names` if it differs in few letters only. */
    static Optional<String> similar(String written, Collection<String> names) {
        return of(written, names).filter(name -> distance(written, name) <= Math.max(1, written.length() / 3));
    }

    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
