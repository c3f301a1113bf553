package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody probably meant. */
final class NearestName {
    private NearestName() {}

    /** The nearest of `names`, however far, by the number of slips of the keyboard. */
    static Optional<String> of(String written, Collection<String> names) {
        return names.stream().min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** The nearest of `names` if it differs in few letters only. */
    static Optional<String> similar(String written, Collection<String> names) {
        return of(written, names).filter(name -> distance(written, name) <= Math.max(1, written.length() / 3));
    }

    /** Insertions, deletions, replacements, and two neighbours that changed places (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : step(one, other, i, j, distances);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int step(String one, String other, int i, int j, int[][] distances) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(
                distances[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}
