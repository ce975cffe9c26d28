"""Rules of the family landscape: one module and one page each."""
