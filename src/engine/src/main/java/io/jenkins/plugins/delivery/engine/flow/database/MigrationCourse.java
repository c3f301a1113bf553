package io.jenkins.plugins.delivery.engine.flow.database;

import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.Row;
import io.jenkins.plugins.delivery.engine.flow.database.Migration.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of each migration, by where the database was and where it is. */
final class MigrationCourse {
    private final MigrationTool tool;
    private final Sections sections;
    private final Reading.Draft draft;
    private final Map<String, Migration> before;
    private final Map<String, Migration> now;
    private long applied;
    private long undone;
    private long pending;
    private long failed;
    private boolean bad;

    MigrationCourse(MigrationTool tool, Sections sections, Reading.Draft draft) {
        this.tool = tool;
        this.sections = sections;
        this.draft = draft;
        before = byId(tool.migrations(sections.text("before")));
        now = sections.has("after") ? byId(tool.migrations(sections.text("after"))) : new LinkedHashMap<>(before);
        complete(before, now);
        complete(now, before);
    }

    private static Map<String, Migration> byId(List<Migration> migrations) {
        Map<String, Migration> byId = new LinkedHashMap<>();
        migrations.forEach(migration -> byId.put(migration.id(), migration));
        return byId;
    }

    /** What one of the two does not list is where its tool means it to be then. */
    private void complete(Map<String, Migration> some, Map<String, Migration> others) {
        others.values()
                .forEach(one -> some.putIfAbsent(
                        one.id(), new Migration(one.id(), one.words(), tool.unlisted(), one.script(), one.undoable())));
    }

    /** What a migration would do. */
    String foreseen() {
        complain("before");
        List<Migration> due =
                before.values().stream().filter(one -> one.is(State.PENDING)).toList();
        due.forEach(one -> draft.row(Row.Tone.NORMAL, one.id(), one.words(), "pending", "pending"));
        before.values().stream().filter(one -> one.is(State.FAILED)).forEach(one -> {
            failed++;
            draft.row(Row.Tone.DANGER, one.id(), one.words(), "failed", "failed");
            draft.failure(one.id() + " has failed in an earlier run, and waits for somebody to look at it");
        });
        draft.fact(
                "scripts",
                due.stream()
                        .map(Migration::script)
                        .filter(file -> !file.isEmpty())
                        .collect(Collectors.joining("\n")));
        pending = due.size();
        figures();
        return due.isEmpty()
                ? "Nothing to migrate"
                : due.size() + (due.size() == 1 ? " migration is due" : " migrations are due");
    }

    /** What a migration did. */
    String migrated() {
        for (String command : List.of("before", "migrate", "undo", "verify", "after")) {
            complain(command);
        }
        now.values().forEach(this::row);
        figures();
        if (pending > 0 && !bad && !sections.has("undo")) {
            bad = true;
            draft.failure(pending + " migrations are still due, although the tool says that it is done");
        }
        if (bad) {
            draft.sentence(tool.afterFailure());
        }
        return summary();
    }

    private String summary() {
        if (sections.has("undo")) {
            return undone + " undone";
        }
        return bad
                ? applied + " applied before it failed, " + (pending + failed) + " not"
                : applied == 0 ? "Nothing to migrate" : applied + " applied";
    }

    boolean nothingDue() {
        return !bad && pending + failed == 0;
    }

    /** Whether the database is not as it was before, and stays so, as far as the tool can tell. */
    boolean stays(String onFailure) {
        if (sections.has("undo") || !bad) {
            return sections.has("undo") == bad;
        }
        boolean back = onFailure.equals("restore") || onFailure.equals("undo") && undoable() > 0;
        return applied + failed > 0 && !back;
    }

    private void row(Migration one) {
        Migration earlier = before.get(one.id());
        boolean was = earlier.is(State.APPLIED);
        if (one.is(State.APPLIED) && !was) {
            applied++;
            draft.row(Row.Tone.GOOD, one.id(), one.words(), words(earlier), "applied now");
        } else if (one.is(State.PENDING) && was) {
            undone++;
            draft.row(Row.Tone.WARNING, one.id(), one.words(), "applied", "undone");
        } else if (one.is(State.PENDING)) {
            pending++;
            draft.row(Row.Tone.WARNING, one.id(), one.words(), words(earlier), "not applied");
        } else if (one.is(State.FAILED)) {
            failed++;
            draft.row(Row.Tone.DANGER, one.id(), one.words(), words(earlier), "failed");
        }
    }

    private static String words(Migration migration) {
        return switch (migration.state()) {
            case PENDING -> "pending";
            case APPLIED -> "applied";
            case FAILED -> "failed";
            case OTHER -> "elsewhere";
        };
    }

    private void complain(String command) {
        String text = sections.text(command) + "\n" + sections.text(command + "-log");
        Optional<String> error = tool.error(sections.text(command));
        if (error.isPresent() || sections.exit(command) != 0) {
            bad = true;
            draft.failure(command + ": "
                    + error.or(() -> tool.error(text))
                            .orElseGet(() -> "ended with exit code " + sections.exit(command) + " " + end(text)));
            tool.advice(text).ifPresent(draft::sentence);
        }
    }

    private static String end(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private void figures() {
        draft.count("applied", "applied", applied)
                .count("undone", "undone", undone)
                .count("pending", "due", pending)
                .count("failed", "failed", failed)
                .count("undoable", "can be undone", undoable());
    }

    /** How many were applied, if the tool can undo all of them. */
    private long undoable() {
        boolean all = now.values().stream()
                .filter(one -> one.is(State.APPLIED) && !before.get(one.id()).is(State.APPLIED))
                .allMatch(Migration::undoable);
        return all ? applied : 0;
    }
}
