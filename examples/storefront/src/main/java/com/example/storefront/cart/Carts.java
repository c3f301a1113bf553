package com.example.storefront.cart;

import com.example.storefront.database.Database;
import java.sql.SQLException;

/** The carts in the database. */
public final class Carts {

    private final Database database;

    /** Carts on a migrated database. */
    public Carts(Database database) {
        this.database = database;
    }

    /** A cart; one that nobody has filled yet is empty. */
    public Cart find(String id) throws SQLException {
        return new Cart(
                id,
                database.query(
                        row -> new Cart.Line(
                                row.getString("sku"),
                                row.getString("name"),
                                row.getInt("quantity"),
                                row.getLong("cents")),
                        "SELECT l.sku, p.name, l.quantity, p.cents FROM cart_line l"
                                + " JOIN product p ON p.sku = l.sku WHERE l.cart = ? ORDER BY l.sku",
                        id));
    }

    /** Sets how many pieces of a product are in the cart; none takes it out. */
    public void put(String id, String sku, int quantity) throws SQLException {
        if (quantity == 0) {
            database.update("DELETE FROM cart_line WHERE cart = ? AND sku = ?", id, sku);
            return;
        }
        database.update(
                "INSERT INTO cart_line (cart, sku, quantity) VALUES (?, ?, ?)"
                        + " ON CONFLICT (cart, sku) DO UPDATE SET quantity = excluded.quantity",
                id,
                sku,
                quantity);
    }
}
