"""Unanswered deadlines as text and as data, for every document that has them."""
