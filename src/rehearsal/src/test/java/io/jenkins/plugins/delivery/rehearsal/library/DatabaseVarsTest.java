package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.ExampleRun;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real Flyway and Liquibase, where it is there also Alembic, with a real PostgreSQL. */
@Timeout(120)
class DatabaseVarsTest {
    private static final Path EXAMPLE =
            Path.of("../../examples/database").toAbsolutePath().normalize();
    private static final Path TOOLS = Path.of("target/tools").toAbsolutePath();

    private static Postgres postgres;
    private static int databases;

    @TempDir
    Path folder;

    private Rehearsed rehearsed;
    private String database;

    @BeforeAll
    static void startPostgres() throws Exception {
        Optional<Path> programs = Postgres.programs();
        assumeTrue(programs.isPresent(), "Skipped: there is no PostgreSQL (initdb, pg_ctl, pg_dump, psql) to migrate");
        postgres = Postgres.start(programs.get());
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void prepare() throws Exception {
        database = "shop" + ++databases;
        postgres.ask("postgres", "CREATE DATABASE " + database);
        rehearsed = new Rehearsed(folder).login("db", "shop", "hunter2");
        program("flyway", "org.flywaydb.commandline.Main");
        program("liquibase", "liquibase.integration.commandline.LiquibaseCommandLine");
    }

    private void program(String name, String main) throws Exception {
        rehearsed.file(
                "bin/" + name,
                "#!/bin/sh\nexec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + TOOLS.resolve(name) + "/*' "
                        + main + " \"$@\"\n");
        assertThat(rehearsed.workspace().resolve("bin/" + name).toFile().setExecutable(true))
                .isTrue();
    }

    private PipelineOutcome run(String script) throws Exception {
        String path = rehearsed.workspace().resolve("bin") + ":"
                + Postgres.programs().orElseThrow() + ":" + System.getenv("PATH");
        PipelineOutcome outcome = rehearsed.run("node { withEnv(['PATH=" + path + "']) {\n" + script + "\n} }");
        assertThat(outcome.text()).doesNotContain("hunter2");
        return outcome;
    }

    private String at() {
        return "url: '" + postgres.url(database) + "', credentialsId: 'db'";
    }

    private String ask(String sql) throws Exception {
        return postgres.ask(database, sql);
    }

    /** {@code examples/database}, on the port of this PostgreSQL. */
    private String example(String jenkinsfile, String scenario) throws Exception {
        Path copy = folder.resolve("example");
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path to = copy.resolve(EXAMPLE.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path settings = copy.resolve("rehearsal.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace(
                                "  DATABASE_URL: jdbc:postgresql://127.0.0.1:54329/shop",
                                "  DATABASE_URL: " + postgres.url(database) + "\n  PATH+TOOLS: "
                                        + rehearsed.workspace().resolve("bin") + ":"
                                        + Postgres.programs().orElseThrow()));
        Path home = folder.resolve("home-" + scenario);
        RehearsalResult ended =
                new ExampleRun("database", jenkinsfile, scenario).rehearsed(copy, folder, new Recording(), home);
        assertThat(ended.expectation().lines())
                .as(String.valueOf(ended.error()))
                .isEmpty();
        try (Stream<Path> files = Files.walk(home.resolve("jobs"))) {
            String log = Files.readString(files.filter(file -> file.endsWith("builds/1/log"))
                    .findFirst()
                    .orElseThrow());
            assertThat(log).doesNotContain("hunter2");
            return log;
        }
    }

    @Test
    void flywayMigratesAfterABackupAndWhatFailsHalfWayIsRestored() throws Exception {
        assertThat(example("Jenkinsfile", "good"))
                .contains("Database migration: dry run: 2 migrations are due", "CREATE TABLE orders")
                .contains("Backup from before: migration-1-");
        assertThat(ask("SELECT count(*) FROM orders")).isEqualTo("100");

        assertThat(example("Jenkinsfile", "broken"))
                .contains("Failed to execute script V4__broken.sql", "relation \"missing\" does not exist")
                .contains(
                        "1 applied before it failed, 1 not",
                        "The database is as it was before: the backup was restored");
        assertThat(ask("SELECT column_name FROM information_schema.columns WHERE table_name = 'orders' ORDER BY 1"))
                .isEqualTo("id\nitem");
        assertThat(ask("SELECT count(*) FROM orders")).isEqualTo("100");

        example("drill.Jenkinsfile", "drill");
        example("drill.Jenkinsfile", "too-slow");
    }

    @Test
    void liquibaseUndoesWhatItAppliedBeforeItFailed() throws Exception {
        rehearsed.file("changelog.sql", """
                --liquibase formatted sql
                --changeset anna:1
                CREATE TABLE orders (id serial PRIMARY KEY, item text);
                --rollback DROP TABLE orders;
                --changeset anna:2
                SELECT * FROM missing;
                --rollback empty
                """);
        PipelineOutcome outcome = run("migrateDatabase(" + at() + ", locations: 'changelog.sql', backup: false)");
        assertThat(outcome.error())
                .as(outcome.text())
                .contains("Migration failed for changeset changelog.sql::2::anna")
                .contains("1 applied before it failed, 1 not", "1 undone again: the database is as it was before");
        assertThat(outcome.text())
                .contains("-- Changeset changelog.sql::1::anna", "Database migration: undo: 1 undone");
        assertThat(ask("SELECT count(*) FROM pg_tables WHERE tablename = 'orders'"))
                .isEqualTo("0");
    }

    @Test
    void alembicMigratesAndUndoes() throws Exception {
        assumeTrue(Programs.has("alembic"), "Skipped: there is no alembic on the PATH to migrate with");
        rehearsed
                .file("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .file("migrations/script.py.mako", "")
                .file("migrations/env.py", """
                        import os, sqlalchemy as sa
                        from alembic import context
                        if context.is_offline_mode():
                            context.configure(dialect_name='postgresql', literal_binds=True)
                            with context.begin_transaction():
                                context.run_migrations()
                        else:
                            url = os.environ['DATABASE_URL'].replace('postgresql://', 'postgresql+psycopg2://', 1)
                            url = sa.engine.make_url(url).set(username=os.environ['DATABASE_USER'], password=os.environ['DATABASE_PASSWORD'])
                            with sa.create_engine(url).connect() as connection:
                                context.configure(connection=connection, transaction_per_migration=True)
                                with context.begin_transaction():
                                    context.run_migrations()
                        """)
                .file("migrations/versions/a1.py", """
                        from alembic import op
                        revision = 'a1'
                        down_revision = None
                        def upgrade(): op.execute('CREATE TABLE orders (id serial PRIMARY KEY)')
                        def downgrade(): op.execute('DROP TABLE orders')
                        """)
                .file("migrations/versions/b2.py", """
                        from alembic import op
                        revision = 'b2'
                        down_revision = 'a1'
                        def upgrade(): op.execute('SELECT * FROM missing')
                        def downgrade(): pass
                        """);
        PipelineOutcome outcome = run("migrateDatabase(" + at() + ", backup: false)");
        assertThat(outcome.error())
                .as(outcome.text())
                .contains("relation \"missing\" does not exist", "1 applied before it failed, 1 not")
                .contains("1 undone again: the database is as it was before");
        assertThat(outcome.text()).contains("CREATE TABLE orders");
        assertThat(ask("SELECT count(*) FROM pg_tables WHERE tablename = 'orders'"))
                .isEqualTo("0");
    }

    @Test
    void aDrillRestoresIntoAScratchDatabaseAndMeasuresIt() throws Exception {
        ask("CREATE SCHEMA \"odd schema\"; CREATE TABLE orders (id int); CREATE TABLE \"odd schema\".\"it's\" (id int);"
                + " INSERT INTO orders SELECT generate_series(1, 1000)");
        String before = postgres.ask("postgres", "SELECT string_agg(datname, ',' ORDER BY datname) FROM pg_database");
        PipelineOutcome outcome = run(
                "def backup = backupDatabase(" + at() + ", file: 'backup.dump')\n"
                        + "def drill = restoreDatabase(" + at() + ", backup: backup, maxRecovery: 60, maxAge: 60)\n"
                        + "echo \"rows ${drill.figures.rows} of ${drill.figures.tables} tables, ${drill.figures.recoverySeconds} s\"");
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.text())
                .contains("rows 1000 of 2 tables, ")
                .contains("Database restore: Restored 2 of 2 tables in ");
        assertThat(postgres.ask("postgres", "SELECT string_agg(datname, ',' ORDER BY datname) FROM pg_database"))
                .as("the scratch database is gone")
                .isEqualTo(before);

        Files.writeString(
                rehearsed.workspace().resolve("backup.dump.txt"),
                Files.readString(rehearsed.workspace().resolve("backup.dump.txt"))
                        .replace("orders=1000", "orders=1001"));
        assertThat(run("restoreDatabase(" + at() + ", backup: 'backup.dump')").error())
                .contains("tables that are not as in the backup: 1, 0 allowed");
        Files.writeString(rehearsed.workspace().resolve("backup.dump"), "cut off");
        assertThat(run("restoreDatabase(" + at() + ", backup: 'backup.dump')").error())
                .contains("Restoring ended with exit code 1");
    }

    @Test
    void badInputStopsBeforeAnythingIsTouched() throws Exception {
        assertThat(run("migrateDatabase url: 'jdbc:postgresql://shop:secret@db/shop'")
                        .error())
                .contains("the url has a password in it; say credentialsId instead");
        assertThat(run("migrateDatabase url: 'jdbc:mysql://db/shop'").error())
                .contains("only PostgreSQL is backed up by itself");
        assertThat(run("restoreDatabase(" + at() + ", backup: 'a', drill: false)")
                        .error())
                .contains("say overwrite: true, too");
        assertThat(run("migrateDatabase(" + at() + ", onFailure: 'ignore')").error())
                .contains("onFailure 'ignore' is none of undo, restore and keep");
    }
}
