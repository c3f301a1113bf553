package io.jenkins.plugins.delivery.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** JSON beside a build: written whole or not at all. */
final class ReportFile {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Path file;

    ReportFile(Path file) {
        this.file = file;
    }

    static JsonNode tree(Object model) {
        return MAPPER.valueToTree(model);
    }

    static byte[] bytes(Object model) throws IOException {
        return MAPPER.writeValueAsBytes(model);
    }

    void write(Object model) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        try {
            MAPPER.writeValue(draft.toFile(), model);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    Instant modified() throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    JsonNode read() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return MAPPER.readTree(in);
        }
    }
}
