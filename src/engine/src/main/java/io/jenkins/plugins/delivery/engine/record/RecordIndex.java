package io.jenkins.plugins.delivery.engine.record;

import io.jenkins.plugins.delivery.engine.journal.JournalIndex;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The records of a log by their ids, and which lines are none. */
final class RecordIndex<T extends Record> implements JournalIndex.Lines {
    private final Class<T> type;
    private final Function<T, String> id;
    private final Map<String, T> records = new LinkedHashMap<>();
    private final List<Integer> damaged = new ArrayList<>();
    private int lines;
    private RecordLog.Contents<T> contents;

    RecordIndex(Class<T> type, Function<T, String> id) {
        this.type = type;
        this.id = id;
    }

    @Override
    public void add(byte[] buffer, int begin, int length) {
        lines++;
        if (length == 0) {
            return;
        }
        contents = null;
        try {
            T record = RecordJson.read(buffer, begin, length, type);
            if (record == null) {
                throw new IOException("a line that says null");
            }
            records.put(id.apply(record), record);
        } catch (IOException e) {
            damaged.add(lines);
        }
    }

    /** As they are now, for ever. */
    RecordLog.Contents<T> contents() {
        if (contents == null) {
            contents = new RecordLog.Contents<>(new ArrayList<>(records.values()), damaged);
        }
        return contents;
    }
}
