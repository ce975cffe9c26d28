"""Rules of the family references: one module and one page each."""
