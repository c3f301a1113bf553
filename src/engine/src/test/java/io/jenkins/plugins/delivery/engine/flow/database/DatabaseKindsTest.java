package io.jenkins.plugins.delivery.engine.flow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.flow.Figure;
import io.jenkins.plugins.delivery.engine.flow.Judgement;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseKindsTest {
    private static final String FLYWAY = """
            {
              "migrations" : [ {"version": "1", "description": "orders", "state": "Success", "filepath": "V1.sql", "undoable": "No"},
                {"version": "2", "description": "items", "state": "%s", "filepath": "V2.sql", "undoable": "No"},
                {"version": "3", "description": "broken", "state": "%s", "filepath": "V3.sql", "undoable": "No"},
                {"version": "", "description": "views", "state": "Success", "filepath": "R.sql"} ]
            }
            """;

    private static final String LIQUIBASE = """
            1 changeset has not been applied to postgres@jdbc:postgresql://127.0.0.1/shop
                 changelog.sql::2::anna
            """;

    private static final String ALEMBIC = """
            b2 -> c3 (head), broken
            a1 -> b2 (current), add note
            <base> -> a1, create orders
            """;

    @TempDir
    Path folder;

    private Reading migration(String tool, String... sections) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sections.length; i += 2) {
            text.append("=== delivery ")
                    .append(sections[i])
                    .append(" ===\n")
                    .append(sections[i + 1])
                    .append('\n');
        }
        return Reports.read(
                new DatabaseMigration(),
                folder,
                text.toString(),
                Map.of("tool", tool, "environment", "production", "schemaFloor", "1.5.0"));
    }

    private static double value(Reading reading, String figure) {
        return reading.figure(figure).map(Figure::value).orElseThrow();
    }

    @Test
    void a_dry_run_says_what_is_due() throws Exception {
        Reading reading = migration("flyway", "before", FLYWAY.formatted("Pending", "Pending"));
        assertThat(reading.summary()).isEqualTo("2 migrations are due");
        assertThat(reading.facts()).containsEntry("scripts", "V2.sql\nV3.sql").doesNotContainKey("schemaFloor");
    }

    @Test
    void what_was_applied_is_said_and_the_floor_is_kept() throws Exception {
        Reading reading = migration(
                "flyway",
                "before",
                FLYWAY.formatted("Success", "Pending"),
                "migrate",
                "{\"success\": true}",
                "after",
                FLYWAY.formatted("Success", "Success"));
        assertThat(reading.summary()).isEqualTo("1 applied");
        assertThat(reading.failures()).isEmpty();
        assertThat(reading.facts()).containsEntry("schemaFloor", "1.5.0").containsEntry("environment", "production");
    }

    @Test
    void a_migration_that_fails_half_way_says_what_was_and_what_was_not_done() throws Exception {
        Reading reading = migration(
                "flyway",
                "before",
                FLYWAY.formatted("Pending", "Pending"),
                "migrate",
                "Welcome\n{\"error\": {\"errorCode\": \"FAILED_VERSIONED_MIGRATION\",\n \"message\": \"Failed to execute V3\\n--------\\nno table\"}}",
                "after",
                FLYWAY.formatted("Success", "Pending"));
        assertThat(reading.summary()).isEqualTo("1 applied before it failed, 1 not");
        assertThat(reading.failures()).containsExactly("migrate: Failed to execute V3 ; no table");
        assertThat(reading.rows())
                .extracting(row -> String.join(" | ", row.cells()))
                .containsExactly("2 | items | pending | applied now", "3 | broken | pending | not applied");
        assertThat(reading.sentences()).anyMatch(sentence -> sentence.startsWith("Correct the migration"));
        assertThat(reading.facts()).as("the first of them may need it").containsEntry("schemaFloor", "1.5.0");
    }

    @Test
    void what_is_going_to_be_undone_or_restored_has_no_floor() throws Exception {
        for (String onFailure : List.of("undo", "restore", "keep")) {
            String log = "=== delivery before ===\n" + ALEMBIC.replace(" (current)", "")
                    + "=== delivery migrate ===\n=== delivery migrate-exit ===\n1\n" + "=== delivery after ===\n"
                    + ALEMBIC;
            Reading reading = Reports.read(
                    new DatabaseMigration(),
                    folder,
                    log,
                    Map.of(
                            "tool",
                            "alembic",
                            "environment",
                            "production",
                            "schemaFloor",
                            "1.5.0",
                            "onFailure",
                            onFailure));
            assertThat(reading.facts().containsKey("schemaFloor")).as(onFailure).isEqualTo(onFailure.equals("keep"));
        }
    }

    @Test
    void a_tool_that_says_it_is_done_and_is_not_does_not_pass() throws Exception {
        String same = FLYWAY.formatted("Success", "Pending");
        Reading reading = migration("flyway", "before", same, "migrate", "", "migrate-exit", "0", "after", same);
        assertThat(reading.failures())
                .containsExactly("1 migrations are still due, although the tool says that it is done");
        assertThat(reading.facts()).doesNotContainKey("schemaFloor");
    }

    @Test
    void an_earlier_failure_waits_for_somebody() throws Exception {
        assertThat(migration("flyway", "before", FLYWAY.formatted("Success", "Failed"))
                        .failures())
                .containsExactly("3 has failed in an earlier run, and waits for somebody to look at it");
    }

    @Test
    void the_table_of_flyways_plugins_is_read_too() throws Exception {
        Reading reading = migration("flyway", "before", """
                [INFO] +-----------+---------+-------------+------+---------------------+---------+----------+
                [INFO] | Category  | Version | Description | Type | Installed On        | State   | Undoable |
                [INFO] | Versioned | 1       | orders      | SQL  | 2026-11-21 09:11:27 | Success | No       |
                [INFO] | Versioned | 2       | items       | SQL  |                     | Pending | No       |
                [INFO] |           |         | views       | SQL  |                     | Pending | No       |
                """);
        assertThat(reading.rows()).extracting(row -> row.cells().get(0)).containsExactly("2", "R views");
    }

    @Test
    void liquibase_says_it_with_its_status() throws Exception {
        Reading reading = migration(
                "liquibase",
                "before",
                LIQUIBASE,
                "migrate",
                "Unexpected error running Liquibase: Migration failed for changeset changelog.sql::2::anna:\n"
                        + "     Reason: no table\n\nFor more information",
                "migrate-exit",
                "1",
                "after",
                LIQUIBASE);
        assertThat(reading.summary()).isEqualTo("0 applied before it failed, 1 not");
        assertThat(reading.failures())
                .containsExactly("migrate: Migration failed for changeset changelog.sql::2::anna: Reason: no table");
        assertThat(migration(
                                "liquibase",
                                "before",
                                LIQUIBASE,
                                "migrate",
                                "Could not acquire change log lock.  Currently locked by"
                                        + " anna (10.0.0.1) since 11/21/26, 9:36 AM",
                                "migrate-exit",
                                "1",
                                "after",
                                LIQUIBASE)
                        .toString())
                .contains("Currently locked by anna (10.0.0.1) since 11/21/26, 9:36 AM", "liquibase release-locks");
    }

    @Test
    void an_undone_migration_is_said() throws Exception {
        String before = "postgres@jdbc:postgresql://127.0.0.1/shop is up to date\n";
        Reading reading = migration("liquibase", "before", before, "undo", "", "undo-exit", "0", "after", LIQUIBASE);
        assertThat(reading.summary()).isEqualTo("1 undone");
        assertThat(reading.failures()).isEmpty();
        assertThat(value(reading, "undone")).isEqualTo(1);
    }

    @Test
    void alembic_says_it_with_its_history() throws Exception {
        Reading reading = migration(
                "alembic",
                "before",
                ALEMBIC.replace(" (current)", ""),
                "migrate",
                "INFO  [alembic.runtime.migration] Running upgrade\nsqlalchemy.exc.ProgrammingError: relation \"missing\" does not exist",
                "migrate-exit",
                "1",
                "after",
                ALEMBIC);
        assertThat(reading.summary()).isEqualTo("2 applied before it failed, 1 not");
        assertThat(value(reading, "undoable")).isEqualTo(2);
        assertThat(reading.failures()).containsExactly("migrate: relation \"missing\" does not exist");
    }

    @Test
    void a_restore_is_measured_and_compared_with_the_backup() throws Exception {
        String drill = "takenAt=1795251600000\nbegunAt=1795255200000\nreadyAt=1795255202500\nbytes=2048\nexit=0\n"
                + "expected.public.orders=100\nexpected.public.items=7\nrestored.public.orders=100\n";
        Reading reading = Reports.read(new RestoreDrill(), folder, drill);
        assertThat(reading.summary()).isEqualTo("Restored 1 of 2 tables in 2.5 s, from a backup that was 1h old");
        assertThat(value(reading, "recoverySeconds")).isEqualTo(2.5);
        assertThat(value(reading, "recoveryPointSeconds")).isEqualTo(3600);
        assertThat(Judgement.of(reading, new RestoreDrill().gates(), null).violations())
                .containsExactly("tables that are not as in the backup: 1, 0 allowed");
        assertThat(Reports.read(
                                new RestoreDrill(),
                                folder,
                                drill.replaceAll("(?m)^expected.*\\n", "").replace("exit=0", "exit=1"))
                        .failures())
                .hasSize(2);
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> Reports.read(new RestoreDrill(), folder, drill.replace("readyAt=1795255202500", "")))
                .withMessage("report: says no readyAt");
    }

    @Test
    void what_has_no_sections_is_refused() {
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> Reports.read(new DatabaseMigration(), folder, "anything", Map.of("tool", "flyway")))
                .withMessage("report:1: expected '=== delivery <name> ==='");
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> Reports.read(
                        new DatabaseMigration(), folder, "=== delivery after ===\n", Map.of("tool", "flyway")))
                .withMessageContaining("nothing says where the database was before");
    }
}
