package io.jenkins.plugins.delivery.rehearsal.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The three files of a report: {@code index.html}, {@code result.json} and {@code junit.xml}, all in one folder.
 *
 * @param folder where they lie
 */
public record ReportFiles(Path folder) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** The page. */
    public Path page() {
        return folder.resolve("index.html");
    }

    /** The data. */
    public Path json() {
        return folder.resolve("result.json");
    }

    /** Stages as test cases. */
    public Path junit() {
        return folder.resolve("junit.xml");
    }

    /** Removes what an earlier rehearsal left, so that nobody takes it for this one's. */
    public void clear() throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(page());
        Files.deleteIfExists(json());
        Files.deleteIfExists(junit());
    }

    /** Writes all three, each whole or not at all. */
    public void write(RehearsalResult result) throws IOException {
        String json = MAPPER.writeValueAsString(result);
        AtomicFile.write(json(), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        AtomicFile.write(junit(), JUnitXml.of(result));
        AtomicFile.write(page(), ReportPage.of(result.pipeline().name(), json));
    }
}
