"""One test file for each escaper: text goes in, and an independent reader reads it back."""
