"""Rules of the family files: one module and one page each."""
