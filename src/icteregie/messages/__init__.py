"""Words: the catalogues of sentences and terms, and how values are written."""
