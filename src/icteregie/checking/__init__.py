"""Running the rules over a portfolio, and collecting what they find."""
