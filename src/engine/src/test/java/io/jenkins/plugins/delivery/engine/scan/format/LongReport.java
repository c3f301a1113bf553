package io.jenkins.plugins.delivery.engine.scan.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A report with a hundred megabytes of one character in its middle, which exists only while it is read. */
record LongReport(String beginning, char filling, String end) implements ReportFile {
    private static final int LENGTH = 100_000_000;

    @Override
    public String name() {
        return "long";
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(
                Collections.enumeration(List.of(bytes(beginning), new Filling(filling), bytes(end))));
    }

    @Override
    public long size() {
        return beginning.length() + LENGTH + end.length();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Filling extends InputStream {
        private final char filling;
        private int left = LENGTH;

        Filling(char filling) {
            this.filling = filling;
        }

        @Override
        public int read() {
            return left-- > 0 ? filling : -1;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            int count = Math.min(left, length);
            Arrays.fill(to, from, from + count, (byte) filling);
            left -= count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
