package io.jenkins.plugins.delivery.engine.argument;

import java.util.regex.Pattern;

/** Names and commands as people write a set of them: {@code *} stands for any text, also for none, also over lines. */
public final class Wildcard {
    private final Pattern pattern;

    public Wildcard(String text) {
        pattern = Pattern.compile(
                "\\Q" + text.replace("\\E", "\\E\\\\E\\Q").replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
    }

    /** Whether the whole text is one of the set. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
