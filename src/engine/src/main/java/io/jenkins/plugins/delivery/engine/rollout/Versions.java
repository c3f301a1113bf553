package io.jenkins.plugins.delivery.engine.rollout;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders versions that are numbers with dots, such as {@code v1.12.0-rc.1}, as Semantic Versioning does. */
final class Versions {
    private static final Pattern NUMBERS = Pattern.compile("[vV]?(\\d+(?:\\.\\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\\+.*)?");

    private Versions() {}

    /** Below 0 when the first is older; empty when they are no such versions. */
    static OptionalInt compare(String first, String second) {
        Matcher one = NUMBERS.matcher(first);
        Matcher other = NUMBERS.matcher(second);
        if (!one.matches() || !other.matches()) {
            return OptionalInt.empty();
        }
        int numbers = numbers(one.group(1).split("\\."), other.group(1).split("\\."));
        return OptionalInt.of(numbers != 0 ? numbers : preReleases(one.group(2), other.group(2)));
    }

    private static int numbers(String[] first, String[] second) {
        for (int i = 0; i < Math.max(first.length, second.length); i++) {
            BigInteger one = i < first.length ? new BigInteger(first[i]) : BigInteger.ZERO;
            BigInteger other = i < second.length ? new BigInteger(second[i]) : BigInteger.ZERO;
            if (!one.equals(other)) {
                return one.compareTo(other);
            }
        }
        return 0;
    }

    /** A version without is newer than one with. */
    private static int preReleases(String first, String second) {
        if (first == null || second == null) {
            return first == null ? (second == null ? 0 : 1) : -1;
        }
        String[] one = first.split("\\.");
        String[] other = second.split("\\.");
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            boolean bothNumbers = one[i].matches("\\d+") && other[i].matches("\\d+");
            int compared = bothNumbers
                    ? new BigInteger(one[i]).compareTo(new BigInteger(other[i]))
                    : one[i].compareTo(other[i]);
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.length, other.length);
    }
}
