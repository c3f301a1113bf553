package io.jenkins.plugins.delivery.steps;

import java.util.regex.Pattern;

/** What people wrote, for the build's log: on one line, so that it looks like no other, and without commands to a terminal. */
public final class LogLine {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private LogLine() {}

    public static String of(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }
}
