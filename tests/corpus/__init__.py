"""A corpus of files that must be refused where they are wrong, or taken as they stand."""
