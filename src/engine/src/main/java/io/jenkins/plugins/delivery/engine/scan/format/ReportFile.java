package io.jenkins.plugins.delivery.engine.scan.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A report that can be opened as often as a reader needs; its name is for messages only. */
public interface ReportFile {
    String name();

    /** Its bytes, which nothing buffers: a reader asks for large pieces. */
    InputStream open() throws IOException;

    /** How many bytes it has. */
    long size() throws IOException;

    /**
     * The same file, which cannot be opened if it is larger.
     *
     * @param most how many bytes it may have
     */
    default ReportFile atMost(long most) {
        ReportFile file = this;
        return new ReportFile() {
            @Override
            public String name() {
                return file.name();
            }

            @Override
            public InputStream open() throws IOException {
                if (file.size() > most) {
                    throw new ReportFormatException(
                            name(),
                            0,
                            0,
                            "expected at most " + most + " bytes, which is what the administrator allows, but it has "
                                    + file.size());
                }
                return file.open();
            }

            @Override
            public long size() throws IOException {
                return file.size();
            }
        };
    }

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

            @Override
            public long size() throws IOException {
                return Files.size(path);
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

            @Override
            public long size() {
                return content.length;
            }
        };
    }
}
