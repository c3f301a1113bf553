package com.example.storefront.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.storefront.database.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CartsTest {

    @TempDir
    private Path folder;

    private Carts carts;

    @BeforeEach
    void migrate() {
        Database database = new Database("jdbc:sqlite:" + folder.resolve("shop.db"));
        assertThat(database.migrate()).hasSize(3);
        assertThat(database.migrate()).isEmpty();
        carts = new Carts(database);
    }

    @Test
    void theLastQuantityCounts() throws SQLException {
        carts.put("c", "tea-assam", 1);
        carts.put("c", "tea-assam", 3);

        assertThat(carts.find("c").total()).isEqualTo(3 * 890);
    }

    @Test
    void noneTakesTheProductOut() throws SQLException {
        carts.put("c", "tea-assam", 1);
        carts.put("c", "tea-assam", 0);

        assertThat(carts.find("c").lines()).isEmpty();
    }

    @Test
    void oneCartDoesNotSeeAnother() throws SQLException {
        carts.put("c", "tea-assam", 1);

        assertThat(carts.find("d").lines()).isEmpty();
    }

    @Test
    void anUnknownProductIsRefused() {
        assertThatThrownBy(() -> carts.put("c", "coffee", 1)).isInstanceOf(SQLException.class);
    }
}
