"""What an export of the Softwarecatalogus changes in a landscape, and what has to be asked first."""
