package io.jenkins.plugins.delivery.engine.flow.database;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Flyway, Liquibase or Alembic did: sections {@code before}, {@code migrate}, {@code verify}, {@code after}; or {@code before}
 * alone, of a dry run. With {@code schemaFloor}, rollbacks of the environment do not go below it from then on; {@code onFailure} says
 * whether what a failed migration has left is going to stay: {@code keep}, {@code undo} or {@code restore}.
 */
final class DatabaseMigration implements ReportKind {
    @Override
    public String id() {
        return "database-migration";
    }

    @Override
    public String title() {
        return "Database migration";
    }

    @Override
    public Set<String> settings() {
        return Set.of("tool", "environment", "app", "schemaFloor", "backup", "onFailure");
    }

    @Override
    public Reading read(ReportSource source, ArgumentMap settings) throws IOException {
        String name = Choices.pick(
                settings.place("tool"), "tool", settings.raw("tool"), new TreeSet<>(MigrationTool.ALL.keySet()));
        MigrationTool tool = MigrationTool.ALL.get(name);
        Sections sections = Sections.of(source.file());
        if (!sections.has("before")) {
            throw new ReportException(source.file().name(), "nothing says where the database was before");
        }
        Reading.Draft draft = Reading.draft("Migration", "What it does", "Before", "Now");
        settings.text("backup").ifPresent(backup -> draft.sentence("Backup from before: " + backup + "."));
        MigrationCourse course = new MigrationCourse(tool, sections, draft);
        boolean changes = sections.has("migrate") || sections.has("undo");
        String summary = changes ? course.migrated() : course.foreseen();
        draft.fact("tool", name);
        String onFailure = settings.text("onFailure").orElse("keep");
        if (changes ? course.stays(onFailure) : course.nothingDue()) {
            for (String fact : List.of("environment", "app", "schemaFloor")) {
                settings.text(fact).ifPresent(value -> draft.fact(fact, value));
            }
        }
        return draft.summary(summary);
    }
}
