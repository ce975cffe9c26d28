"""Changes in a file that leave every other byte as it is: spliced in at the marks that the reader knows."""
