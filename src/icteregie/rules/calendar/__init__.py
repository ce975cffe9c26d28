"""Rules of the family calendar: one module and one page each."""
