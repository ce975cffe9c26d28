"""The tests: each states one fact, on real files and real processes."""
