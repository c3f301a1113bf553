CREATE TABLE product (
    sku TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    cents INTEGER NOT NULL CHECK (cents > 0)
);

INSERT INTO product (sku, name, cents) VALUES
    ('tea-assam', 'Assam, 100 g', 890),
    ('tea-darjeeling', 'Darjeeling, 100 g', 1290),
    ('tea-sencha', 'Sencha, 100 g', 1490),
    ('pot-clay', 'Clay teapot', 3400),
    ('cup-glass', 'Glass cup', 720);
