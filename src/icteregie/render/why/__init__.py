"""The explanation of one initiative, in each format."""
