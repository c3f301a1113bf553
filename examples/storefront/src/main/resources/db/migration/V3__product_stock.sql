-- Old and new releases run side by side during a rollout, so a column comes with a default and nothing is dropped.
ALTER TABLE product ADD COLUMN stock INTEGER NOT NULL DEFAULT 100;
