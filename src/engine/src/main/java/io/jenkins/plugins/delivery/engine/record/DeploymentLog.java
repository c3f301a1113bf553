package io.jenkins.plugins.delivery.engine.record;

import io.jenkins.plugins.delivery.engine.journal.Journal;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.nio.file.Path;
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
 * the same deployment twice is harmless: the last line of an id counts.
 */
public final class DeploymentLog {
    private final Journal journal;

    public DeploymentLog(Path file) {
        journal = new Journal(file);
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
    public void append(DeploymentRecord record) throws IOException {
        journal.append(tail -> List.of(RecordJson.write(record)));
    }

    /** Everything that was recorded; nothing where there is no file yet. */
    public Contents read() throws IOException {
        Map<String, DeploymentRecord> records = new LinkedHashMap<>();
        List<Integer> damaged = new ArrayList<>();
        int number = 0;
        for (byte[] line : journal.lines()) {
            number++;
            if (line.length == 0) {
                continue;
            }
            try {
                DeploymentRecord record = RecordJson.read(line, DeploymentRecord.class);
                records.put(record.id(), record);
            } catch (IOException e) {
                damaged.add(number);
            }
        }
        return new Contents(new ArrayList<>(records.values()), damaged);
    }
}
