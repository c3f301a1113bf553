package io.jenkins.plugins.delivery.rehearsal.steps.lock;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Who holds which resource, as properties: the resource, and the build and the place in it. */
record HoldersFile(Path file) {
    private static final String BETWEEN = " @ ";

    Map<String, Claim> read() {
        Map<String, Claim> holders = new HashMap<>();
        Properties saved = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader in = Files.newBufferedReader(file)) {
                    saved.load(in);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (String resource : saved.stringPropertyNames()) {
            String[] claim = saved.getProperty(resource).split(BETWEEN, 2);
            holders.put(resource, new Claim(claim[0], claim[claim.length - 1]));
        }
        return holders;
    }

    /** Replaces the file as a whole. */
    void write(Map<String, Claim> holders) throws IOException {
        Properties saved = new Properties();
        holders.forEach((resource, claim) -> saved.setProperty(resource, claim.build() + BETWEEN + claim.node()));
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(whole)) {
            saved.store(out, null);
        }
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
