package io.jenkins.plugins.delivery.rehearsal.steps;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A file pattern as Apache Ant has it: {@code *} and {@code ?} stay inside of one folder, {@code **} stands for any number of folders, a
 * pattern that ends with a slash means everything below. See <a href="https://ant.apache.org/manual/dirtasks.html#patterns">the manual</a>.
 */
public final class AntPattern {
    private final Pattern regex;

    public AntPattern(String pattern, boolean caseSensitive) {
        String unix = pattern.strip().replace('\\', '/');
        String whole = unix.endsWith("/") ? unix + "**" : unix;
        regex = Pattern.compile(translate(whole), caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
    }

    /** The patterns of a comma separated list. */
    public static List<AntPattern> list(String patterns, boolean caseSensitive) {
        return List.of(patterns.split(",")).stream()
                .filter(one -> !one.isBlank())
                .map(one -> new AntPattern(one, caseSensitive))
                .toList();
    }

    /** True if a relative path, with slashes, matches. */
    public boolean matches(String path) {
        return regex.matcher(path).matches();
    }

    private static String translate(String pattern) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            if (pattern.startsWith("**/", i) && isStartOfFolder(pattern, i)) {
                regex.append("(?:[^/]+/)*");
                i += 3;
            } else if (pattern.startsWith("/**", i) && i + 3 == pattern.length()) {
                regex.append("(?:/.*)?");
                i += 3;
            } else if (pattern.equals("**")) {
                return ".*";
            } else {
                char c = pattern.charAt(i);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                i++;
            }
        }
        return regex.toString();
    }

    private static boolean isStartOfFolder(String pattern, int at) {
        return at == 0 || pattern.charAt(at - 1) == '/';
    }

    @Override
    public String toString() {
        return regex.pattern();
    }
}
