package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The log of a build: the file beside {@code build.xml}, what observers hear, and the lines with what wrote them. */
final class RunLog implements Closeable {
    private final Path file;
    private final RunObserver observer;
    private final List<LogLine> lines = new ArrayList<>();
    private final List<Consumer<LogLine>> listeners = new java.util.concurrent.CopyOnWriteArrayList<>();
    private Writer out;

    RunLog(Path file, RunObserver observer) {
        this.file = file;
        this.observer = observer;
    }

    void listen(Consumer<LogLine> listener) {
        List<LogLine> sofar;
        synchronized (this) {
            listeners.add(listener);
            sofar = List.copyOf(lines);
        }
        sofar.forEach(listener);
    }

    void pipeline(@CheckForNull String nodeId, String text) {
        add(new LogLine(LogLine.Kind.PIPELINE, nodeId, text));
    }

    void print(@CheckForNull String nodeId, String text) {
        for (String line : text.split("\n", -1)) {
            boolean trace = line.startsWith("\tat ") || line.startsWith("Also:   ") || line.startsWith("\t... ");
            add(new LogLine(trace ? LogLine.Kind.TRACE : LogLine.Kind.OUTPUT, nodeId, line));
        }
    }

    private void add(LogLine line) {
        synchronized (this) {
            lines.add(line);
            write(line.text());
        }
        observer.logLine(line.nodeId(), line.text());
        listeners.forEach(listener -> listener.accept(line));
    }

    private void write(String text) {
        try {
            if (out == null) {
                Files.createDirectories(file.getParent());
                out = Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            out.write(text);
            out.write('\n');
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the log " + file, failure);
        }
    }

    synchronized List<LogLine> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
                out = null;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
