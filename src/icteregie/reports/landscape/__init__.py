"""What the members run, and where they differ: one module for each section of the report."""
