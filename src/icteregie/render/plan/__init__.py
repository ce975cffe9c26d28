"""The plan of an agenda, and what each format makes of it."""
