package io.jenkins.plugins.delivery.engine.record;

import io.jenkins.plugins.delivery.engine.journal.Journal;
import io.jenkins.plugins.delivery.engine.journal.JournalIndex;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Records of one kind as JSON, one a line, in a file that is only ever appended to.
 *
 * <p>A record is on the disk when {@link #append} returns. A crash in the middle of a line costs that line and no
 * other: whoever appends next begins a line of their own, and readers say which lines they could not read. Recording
 * the same thing twice is harmless: the last line of an id counts. What was read is kept in memory, as long as there is
 * enough of it and nobody else writes to the file.
 */
public class RecordLog<T extends Record> {
    private final JournalIndex<RecordIndex<T>> index;

    RecordLog(Path file, Class<T> type, Function<T, String> id) {
        index = new JournalIndex<>(new Journal(file), () -> new RecordIndex<>(type, id));
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
        index.append(tail -> List.of(RecordJson.write(record)));
    }

    /** Everything that was recorded; nothing where there is no file yet. */
    public Contents<T> read() throws IOException {
        return index.ask(RecordIndex::contents);
    }
}
