package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes of a file as text, and back; {@code Base64} counts as an encoding. */
final class FileText {
    private static final String BASE64 = "Base64";

    private FileText() {}

    static String decode(byte[] bytes, @CheckForNull String encoding) {
        return BASE64.equals(encoding)
                ? Base64.getEncoder().encodeToString(bytes)
                : new String(bytes, charset(encoding));
    }

    static byte[] encode(String text, @CheckForNull String encoding) {
        return BASE64.equals(encoding) ? Base64.getDecoder().decode(text) : text.getBytes(charset(encoding));
    }

    private static Charset charset(@CheckForNull String encoding) {
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }
}
