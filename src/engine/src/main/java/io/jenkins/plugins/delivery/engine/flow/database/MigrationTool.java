package io.jenkins.plugins.delivery.engine.flow.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one tool says where a database is, and why it did not get further. */
sealed interface MigrationTool permits AlembicTool, FlywayTool, LiquibaseTool {
    Map<String, MigrationTool> ALL =
            Map.of("flyway", new FlywayTool(), "liquibase", new LiquibaseTool(), "alembic", new AlembicTool());

    /** All migrations, oldest first, as the text of a section lists them. */
    List<Migration> migrations(String text);

    /** Why a command did not get through, as far as it says. */
    Optional<String> error(String text);

    /** What to do about what a command said, where that is known. */
    Optional<String> advice(String text);

    /** Where a migration is that a section does not list. */
    default Migration.State unlisted() {
        return Migration.State.OTHER;
    }

    /** Whether a migration that fails leaves nothing behind of itself, as far as the database can do that. */
    default String afterFailure() {
        return "A database with transactional DDL, such as PostgreSQL, leaves nothing of the failed migration itself.";
    }
}
