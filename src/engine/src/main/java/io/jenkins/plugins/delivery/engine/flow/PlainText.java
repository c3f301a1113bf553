package io.jenkins.plugins.delivery.engine.flow;

import java.util.regex.Pattern;

/** What tools write, as people may be shown it: no colours, no control characters, not without end. */
final class PlainText {
    private static final int LONGEST = 600;
    private static final Pattern ESCAPES =
            Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[@-Z\\\\-_])");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\n\t]]");

    private PlainText() {}

    static String of(String text) {
        return of(text, LONGEST);
    }

    static String of(String text, int longest) {
        String cut = text.length() > 8 * longest ? text.substring(0, 8 * longest) : text;
        String plain = UNPRINTABLE
                .matcher(ESCAPES.matcher(cut.replace("\r\n", "\n")).replaceAll(""))
                .replaceAll("\uFFFD")
                .strip();
        return plain.length() > longest ? plain.substring(0, longest - 1) + "…" : plain;
    }
}
