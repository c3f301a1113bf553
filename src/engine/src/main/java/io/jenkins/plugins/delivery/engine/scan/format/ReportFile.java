package io.jenkins.plugins.delivery.engine.scan.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A report that can be opened as often as a reader needs; its name is for messages only. */
public interface ReportFile {
    String name();

    InputStream open() throws IOException;

    /** @param name what messages call the file, such as its path in the workspace */
    static ReportFile of(String name, Path path) {
        return new ReportFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }
        };
    }

    static ReportFile of(String name, byte[] content) {
        return new ReportFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
    }
}
