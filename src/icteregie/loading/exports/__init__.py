"""Exports of the Softwarecatalogus, from a file that somebody names to rows of texts."""
