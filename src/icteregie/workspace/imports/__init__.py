"""A landscape as an export of the Softwarecatalogus changes it."""
