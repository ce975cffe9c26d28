"""The rules explained: a list of all, or the page of one, in each format."""
