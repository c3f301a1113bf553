CREATE TABLE cart_line (
    cart TEXT NOT NULL,
    sku TEXT NOT NULL REFERENCES product (sku),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    PRIMARY KEY (cart, sku)
);
