"""How the initiatives of an agenda came in, against its two deadlines."""
