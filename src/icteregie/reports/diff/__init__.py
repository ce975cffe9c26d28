"""What a change of a portfolio means: two portfolios side by side, as frozen views without a sentence."""
