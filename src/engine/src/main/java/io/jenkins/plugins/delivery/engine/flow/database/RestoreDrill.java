package io.jenkins.plugins.delivery.engine.flow.database;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.flow.Figure;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportGate;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import io.jenkins.plugins.delivery.engine.flow.Row;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a restoration showed: how long it took (recovery time), how old the data was when it began (recovery point), and whether
 * everything that was backed up is there.
 */
final class RestoreDrill implements ReportKind {
    @Override
    public String id() {
        return "restore-drill";
    }

    @Override
    public String title() {
        return "Database restore";
    }

    @Override
    public List<ReportGate> gates() {
        return List.of(ReportGate.atMost("incomplete", 0, ReportGate.Result.FAILURE));
    }

    @Override
    public Reading read(ReportSource source, ArgumentMap settings) throws IOException {
        KeyValues values = KeyValues.of(source.file());
        Instant taken = values.time("takenAt");
        Instant begun = values.time("begunAt");
        Instant ready = values.time("readyAt");
        Duration recovery = Duration.between(begun, ready);
        Duration age = Duration.between(taken, begun);
        Reading.Draft draft = Reading.draft("Table", "Rows in the backup", "Rows restored");
        Map<String, String> expected = values.beginning("expected.");
        Map<String, String> restored = values.beginning("restored.");
        long rows = 0;
        long incomplete = 0;
        for (Map.Entry<String, String> table : expected.entrySet()) {
            long wanted = values.number(table.getKey(), table.getValue());
            String found = restored.getOrDefault(table.getKey(), "missing");
            boolean whole = found.equals(Long.toString(wanted));
            incomplete += whole ? 0 : 1;
            rows += whole ? wanted : 0;
            draft.row(whole ? Row.Tone.NORMAL : Row.Tone.DANGER, table.getKey(), Long.toString(wanted), found);
        }
        if (expected.isEmpty()) {
            draft.failure("The backup holds no table: that proves nothing");
        }
        String exit = values.text("exit");
        if (!exit.equals("0")) {
            draft.failure("Restoring ended with exit code " + exit + ", see the log");
        }
        draft.figure(new Figure("recoverySeconds", "recovery time", seconds(recovery), "s"))
                .figure(new Figure("recoveryPointSeconds", "recovery point", seconds(age), "s"))
                .figure(new Figure("bytes", "size of the backup", values.number("bytes"), "bytes"))
                .count("tables", "tables", expected.size())
                .count("rows", "rows", rows)
                .count("incomplete", "tables that are not as in the backup", incomplete);
        draft.sentence("The backup is of " + taken + ": what was written after that would be lost.");
        return draft.summary("Restored " + (expected.size() - incomplete) + " of " + expected.size() + " tables in "
                + seconds(recovery) + " s, from a backup that was " + Durations.format(age) + " old");
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
