"""The message catalogues: sentences and terms in every language, and the formats of values."""
