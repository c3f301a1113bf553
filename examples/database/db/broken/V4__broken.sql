ALTER TABLE orders ADD COLUMN more text;
SELECT * FROM missing;
