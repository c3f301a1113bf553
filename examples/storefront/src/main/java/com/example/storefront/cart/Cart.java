package com.example.storefront.cart;

import java.util.List;

/** The lines of one cart. */
public record Cart(String id, List<Line> lines) {

    /** An immutable copy. */
    public Cart {
        lines = List.copyOf(lines);
    }

    /** Some pieces of one product. */
    public record Line(String sku, String name, int quantity, long cents) {

        /** Price of all pieces. */
        public long total() {
            return Math.multiplyExact(quantity, cents);
        }
    }

    /** Price of everything. */
    public long total() {
        return lines.stream().mapToLong(Line::total).sum();
    }
}
