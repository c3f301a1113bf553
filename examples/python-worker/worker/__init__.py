"""A worker that nobody calls: it takes jobs off a queue, and counts how they went."""
