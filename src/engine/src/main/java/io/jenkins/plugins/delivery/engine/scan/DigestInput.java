package io.jenkins.plugins.delivery.engine.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts that are digested together, as UTF-8 with a zero after each. One is used again and again. */
final class DigestInput {
    /** Of these, to copy each character takes less than to make an array of them first. */
    private static final int SHORT = 24;

    private byte[] bytes = new byte[1024];
    private int length;

    DigestInput clear() {
        length = 0;
        return this;
    }

    DigestInput add(String text) {
        return text.length() <= SHORT ? addShort(text) : addLong(text);
    }

    private DigestInput addShort(String text) {
        reserve(text.length());
        int end = length;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return addLong(text);
            }
            bytes[end++] = (byte) c;
        }
        return end(end);
    }

    private DigestInput addLong(String text) {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        reserve(added.length);
        System.arraycopy(added, 0, bytes, length, added.length);
        return end(length + added.length);
    }

    /** Indentation and line ends differ between checkouts. */
    DigestInput addWithoutSpaces(String text) {
        reserve(text.length());
        int end = length;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                StringBuilder kept = new StringBuilder();
                Fingerprints.appendWithoutSpaces(kept, text);
                return add(kept.toString());
            }
            if (c > ' ') {
                bytes[end++] = (byte) c;
            }
        }
        return end(end);
    }

    private void reserve(int more) {
        if (length + more >= bytes.length) {
            bytes = Arrays.copyOf(bytes, (length + more) * 2);
        }
    }

    private DigestInput end(int at) {
        bytes[at] = 0;
        length = at + 1;
        return this;
    }

    /** Of which the first {@link #length} count. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
