INSERT INTO orders (item) SELECT 'item ' || number FROM generate_series(1, 100) number;
