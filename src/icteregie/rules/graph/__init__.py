"""Rules of the family graph: one module and one page each."""
