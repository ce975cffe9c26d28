"""Rules about the lists of decisions, and about files that differ from what was decided."""
