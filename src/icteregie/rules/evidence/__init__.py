"""Rules of the family evidence: one module and one page each."""
