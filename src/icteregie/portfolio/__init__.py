"""The file format's types: frozen, trusted, and the single source of schema and docs."""
