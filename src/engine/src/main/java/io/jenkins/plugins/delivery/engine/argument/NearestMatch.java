package io.jenkins.plugins.delivery.engine.argument;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class NearestMatch {
    private NearestMatch() {}

    /**
     * The candidate that is closest to a word, by edit distance (insert, delete, replace, swap of neighbours) without
     * regard to case.
     *
     * @return empty when nothing is close: more than a third of the letters would have to change, and at least two
     */
    public static Optional<String> of(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, wanted.length() / 3);
        return candidates.stream()
                .map(candidate -> new Scored(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.distance <= limit && scored.distance < scored.candidate.length())
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::candidate))
                .map(Scored::candidate);
    }

    /** The candidate that is closest to a word, however far, with regard to case; empty only where there is none. */
    public static Optional<String> closest(String word, Collection<String> candidates) {
        return candidates.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** The end of an error message: {@code "; did you mean 'x'?"}, or nothing when no candidate is close. */
    public static String hint(String word, Collection<String> candidates) {
        return of(word, candidates)
                .map(match -> "; did you mean '" + match + "'?")
                .orElse("");
    }

    /** Optimal string alignment distance: three rows of the usual table are enough. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    private record Scored(String candidate, int distance) {}
}
