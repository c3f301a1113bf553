package io.jenkins.plugins.delivery.engine.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deployments as JSON, one a line, in a file that is only ever appended to.
 *
 * <p>A record is on the disk when {@link #append} returns. A crash in the middle of a line costs that line and no
 * other: whoever appends next begins a line of their own, and readers say which lines they could not read. Recording
 * the same deployment twice is harmless: the last line of an id counts. One process writes, with any number of threads.
 */
public final class DeploymentLog {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    public DeploymentLog(Path file) {
        this.file = file;
    }

    /**
     * What could be read.
     *
     * @param records one a deployment, in the order in which they were first recorded
     * @param damagedLines numbers, from 1, of lines that are not records
     */
    public record Contents(List<DeploymentRecord> records, List<Integer> damagedLines) {
        public Contents {
            records = List.copyOf(records);
            damagedLines = List.copyOf(damagedLines);
        }

        /** The last deployment of an application to an environment, whatever became of it. */
        public Optional<DeploymentRecord> latest(String application, String environment) {
            return records.stream()
                    .filter(record -> record.application().equals(application)
                            && record.environment().equals(environment))
                    .reduce((earlier, later) -> later);
        }
    }

    /**
     * @throws IOException if it could not be written; then it may be on the disk or not, and may be appended again
     */
    public synchronized void append(DeploymentRecord record) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer line = ByteBuffer.wrap(line(record, endsTorn(channel)));
            channel.position(channel.size());
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    /** Everything that was recorded; nothing where there is no file yet. */
    public Contents read() throws IOException {
        if (!Files.exists(file)) {
            return new Contents(List.of(), List.of());
        }
        Map<String, DeploymentRecord> records = new LinkedHashMap<>();
        List<Integer> damaged = new ArrayList<>();
        int number = 0;
        for (byte[] line : lines()) {
            number++;
            if (line.length == 0) {
                continue;
            }
            try {
                DeploymentRecord record = MAPPER.readValue(line, DeploymentRecord.class);
                records.put(record.id(), record);
            } catch (IOException e) {
                damaged.add(number);
            }
        }
        return new Contents(new ArrayList<>(records.values()), damaged);
    }

    private static boolean endsTorn(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }

    private static byte[] line(DeploymentRecord record, boolean afterTorn) throws JsonProcessingException {
        String json = MAPPER.writeValueAsString(record) + "\n";
        return (afterTorn ? "\n" + json : json).getBytes(StandardCharsets.UTF_8);
    }

    /** Not as text: a torn line may end in the middle of a character. */
    private List<byte[]> lines() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte next : Files.readAllBytes(file)) {
            if (next == '\n') {
                lines.add(line.toByteArray());
                line.reset();
            } else {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            lines.add(line.toByteArray());
        }
        return lines;
    }
}
