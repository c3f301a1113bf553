package io.jenkins.plugins.delivery.engine.record;

import io.jenkins.plugins.delivery.engine.journal.Journal;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Records of one kind as JSON, one a line, in a file that is only ever appended to.
 *
 * <p>A record is on the disk when {@link #append} returns. A crash in the middle of a line costs that line and no
 * other: whoever appends next begins a line of their own, and readers say which lines they could not read. Recording
 * the same thing twice is harmless: the last line of an id counts.
 */
public class RecordLog<T extends Record> {
    private final Journal journal;
    private final Class<T> type;
    private final Function<T, String> id;

    RecordLog(Path file, Class<T> type, Function<T, String> id) {
        journal = new Journal(file);
        this.type = type;
        this.id = id;
    }

    /**
     * What could be read.
     *
     * @param records one a thing, in the order in which they were first recorded
     * @param damagedLines numbers, from 1, of lines that are not records
     */
    public record Contents<T>(List<T> records, List<Integer> damagedLines) {
        public Contents {
            records = List.copyOf(records);
            damagedLines = List.copyOf(damagedLines);
        }
    }

    /**
     * @throws IOException if it could not be written; then it may be on the disk or not, and may be appended again
     */
    public void append(T record) throws IOException {
        journal.append(tail -> List.of(RecordJson.write(record)));
    }

    /** Everything that was recorded; nothing where there is no file yet. */
    public Contents<T> read() throws IOException {
        Map<String, T> records = new LinkedHashMap<>();
        List<Integer> damaged = new ArrayList<>();
        int number = 0;
        for (byte[] line : journal.lines()) {
            number++;
            if (line.length == 0) {
                continue;
            }
            try {
                T record = RecordJson.read(line, type);
                records.put(id.apply(record), record);
            } catch (IOException e) {
                damaged.add(number);
            }
        }
        return new Contents<>(new ArrayList<>(records.values()), damaged);
    }
}
