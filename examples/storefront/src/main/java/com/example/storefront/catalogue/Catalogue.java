package com.example.storefront.catalogue;

import com.example.storefront.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The products in the database. */
public final class Catalogue {

    private final Database database;

    /** A catalogue on a migrated database. */
    public Catalogue(Database database) {
        this.database = database;
    }

    /** Everything for sale, by name. */
    public List<Product> all() throws SQLException {
        return database.query(Catalogue::read, "SELECT sku, name, cents, stock FROM product ORDER BY name");
    }

    /** One product. */
    public Optional<Product> find(String sku) throws SQLException {
        return database.query(Catalogue::read, "SELECT sku, name, cents, stock FROM product WHERE sku = ?", sku)
                .stream()
                .findFirst();
    }

    private static Product read(ResultSet row) throws SQLException {
        return new Product(row.getString("sku"), row.getString("name"), row.getLong("cents"), row.getInt("stock"));
    }
}
