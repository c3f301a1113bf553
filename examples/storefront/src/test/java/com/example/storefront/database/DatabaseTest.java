package com.example.storefront.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void aFilledDatabaseLooksLikeAMigratedOne() throws Exception {
        Database migrated = database("migrated");
        migrated.migrate();
        Database filled = database("filled");
        filled.fill();

        assertThat(schema(filled)).isEqualTo(schema(migrated)).isNotEmpty();
    }

    @Test
    void itIsReadyWithItsTablesOnly() {
        Database database = database("new");

        assertThat(database.ready()).isFalse();
        database.migrate();
        assertThat(database.ready()).isTrue();
    }

    private Database database(String name) {
        return new Database("jdbc:sqlite:" + folder.resolve(name));
    }

    private static List<String> schema(Database database) throws SQLException {
        return database.query(
                row -> row.getString(1),
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'flyway%' ORDER BY name");
    }
}
