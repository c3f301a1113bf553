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
        String cut = text.length() > 8 * LONGEST ? text.substring(0, 8 * LONGEST) : text;
        String plain = UNPRINTABLE
                .matcher(ESCAPES.matcher(cut.replace("\r\n", "\n")).replaceAll(""))
                .replaceAll("\uFFFD")
                .strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST - 1) + "…" : plain;
    }
}
