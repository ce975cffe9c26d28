"""A finding, without words: where it is, what it is about, how severe it is."""
