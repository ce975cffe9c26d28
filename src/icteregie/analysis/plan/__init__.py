"""Which initiatives go on an agenda, from which quarter, and for whom: the best plan that there is."""
