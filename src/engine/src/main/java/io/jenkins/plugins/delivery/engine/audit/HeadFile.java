package io.jenkins.plugins.delivery.engine.audit;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.journal.Journal;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers the last entry in a file beside the log: a chain alone does not tell when its end is cut off. It is written
 * after the entry, so a crash may leave it behind, never ahead.
 */
final class HeadFile {
    private final Path file;

    HeadFile(Path log) {
        file = log.resolveSibling(log.getFileName() + ".head");
    }

    record Head(long sequence, String digest) {}

    void write(AuditEntry last) throws IOException {
        byte[] json = RecordJson.write(new Head(last.sequence(), last.digest())).getBytes(StandardCharsets.UTF_8);
        Journal.swap(file, json);
    }

    /** Null where there is none yet. */
    @CheckForNull
    Head read() throws IOException {
        return Files.exists(file) ? RecordJson.read(Files.readAllBytes(file), Head.class) : null;
    }
}
