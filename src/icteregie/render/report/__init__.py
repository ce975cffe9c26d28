"""Reports on progress, and who must report yet."""
