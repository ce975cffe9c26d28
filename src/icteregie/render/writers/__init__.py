"""Writers of documents, a module for each format: each applies its own escaper, and applies it once."""
