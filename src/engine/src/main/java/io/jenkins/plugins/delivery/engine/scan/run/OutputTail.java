package io.jenkins.plugins.delivery.engine.scan.run;

import io.jenkins.plugins.delivery.engine.secret.SecretForms;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps the last lines of what a process writes, without what must not be seen. Thread-safe. */
public final class OutputTail extends OutputStream {
    private static final int MOST_LINES = 12;
    private static final int LONGEST_LINE = 400;
    private static final Pattern UNPRINTABLE = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]|[\\p{Cntrl}&&[^\t]]");

    private final Deque<String> lines = new ArrayDeque<>();
    private final List<String> secrets;
    private final byte[] line = new byte[LONGEST_LINE * 4];
    private int length;

    /** @param secrets what is replaced by asterisks */
    public OutputTail(Collection<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            endLine();
        } else if (length < line.length) {
            line[length++] = (byte) b;
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            write(bytes[i]);
        }
    }

    private void endLine() {
        boolean cut = length == line.length;
        String text = new String(line, 0, length, StandardCharsets.UTF_8) + (cut ? "…" : "");
        length = 0;
        if (!UNPRINTABLE.matcher(text).replaceAll("").isBlank()) {
            lines.add(text);
        }
        if (lines.size() > MOST_LINES) {
            lines.remove();
        }
    }

    /** The last lines, an unfinished one included. */
    public synchronized List<String> lines() {
        if (length > 0) {
            endLine();
        }
        return lines.stream().map(this::shown).toList();
    }

    private String shown(String raw) {
        String text = SecretForms.hide(raw, secrets, "****");
        text = UNPRINTABLE.matcher(text).replaceAll("").stripTrailing();
        return text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text;
    }
}
