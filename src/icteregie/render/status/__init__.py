"""How far the portfolio is, and what each format makes of it."""
