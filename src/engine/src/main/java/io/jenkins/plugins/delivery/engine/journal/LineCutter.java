package io.jenkins.plugins.delivery.engine.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts bytes into lines as they come. Not as text: that may end in the middle of a character. */
final class LineCutter {
    private static final int PIECE = 1 << 18;

    private final JournalIndex.Lines lines;
    private byte[] buffer = new byte[PIECE];
    private int filled;

    LineCutter(JournalIndex.Lines lines) {
        this.lines = lines;
    }

    /**
     * @param limit of this many bytes at most
     */
    void cut(InputStream bytes, long limit) throws IOException {
        long left = limit;
        while (left > 0) {
            int wanted = (int) Math.min(buffer.length - filled, left);
            int came = bytes.readNBytes(buffer, filled, wanted);
            left = came < wanted ? 0 : left - came;
            wholeLines(filled, filled + came);
        }
        if (filled > 0) {
            lines.add(buffer, 0, filled);
        }
    }

    private void wholeLines(int from, int end) {
        int begin = 0;
        for (int at = from; at < end; at++) {
            if (buffer[at] == '\n') {
                lines.add(buffer, begin, at - begin);
                begin = at + 1;
            }
        }
        filled = end - begin;
        System.arraycopy(buffer, begin, buffer, 0, filled);
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
    }
}
