package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes whole lines, with four asterisks in place of each secret. */
final class MaskingStream extends OutputStream {
    private static final String MASK = "****";

    private final OutputStream out;
    private final Pattern secrets;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MaskingStream(OutputStream out, Pattern secrets) {
        this.out = out;
        this.secrets = secrets;
    }

    @Override
    public void write(int b) throws IOException {
        line.write(b);
        if (b == '\n') {
            flushLine();
        }
    }

    /** A line that is not complete stays here: its second half may be the rest of a secret. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flushLine();
        out.close();
    }

    private void flushLine() throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        out.write(secrets.matcher(text).replaceAll(MASK).getBytes(StandardCharsets.UTF_8));
    }
}
