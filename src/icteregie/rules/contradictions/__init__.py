"""Rules about what a file says in two places, and can't be true in both."""
