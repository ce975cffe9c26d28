"""The page: one HTML file with its style, its script and its drawings inside."""
