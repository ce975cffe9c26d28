"""Rules of the family direction: one module and one page each."""
