"""Lists of decisions, and what each format makes of them."""
