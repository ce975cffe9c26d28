"""Rules of the family late: one module and one page each."""
