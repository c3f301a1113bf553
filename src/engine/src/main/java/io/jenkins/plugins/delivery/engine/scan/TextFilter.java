package io.jenkins.plugins.delivery.engine.scan;

import java.nio.charset.StandardCharsets;

/** Tells without reading it that a piece of JSON cannot have a text in it. */
final class TextFilter {
    private final byte[] wanted;
    private final boolean decides;

    /** @param text in lower case */
    TextFilter(String text) {
        wanted = text.getBytes(StandardCharsets.UTF_8);
        // Other characters may be written in several ways.
        decides = text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\');
    }

    boolean mayBeIn(byte[] json) {
        if (!decides || wanted.length == 0) {
            return true;
        }
        byte first = wanted[0];
        int last = json.length - wanted.length;
        for (int i = 0; i <= last; i++) {
            // Only letters beyond ASCII have a lower case in it, and they are rare enough to be looked at.
            if (json[i] < 0 || lower(json[i]) == first && isAt(json, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] json, int from) {
        for (int i = 1; i < wanted.length; i++) {
            if (lower(json[from + i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte c) {
        return c >= 'A' && c <= 'Z' ? (byte) (c + ('a' - 'A')) : c;
    }
}
