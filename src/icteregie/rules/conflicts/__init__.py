"""Rules of the family conflicts: one module and one page each."""
