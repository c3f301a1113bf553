package io.jenkins.plugins.delivery.engine.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file in UTF-8, one after the other; what is malformed is replaced, and what is too long is cut. */
final class LineReader implements Closeable {
    private static final int LONGEST_LINE = 1 << 20;

    private final BufferedReader reader;

    LineReader(Path path) throws IOException {
        reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
    }

    /** Null behind the last one. */
    @CheckForNull
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r' && line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
