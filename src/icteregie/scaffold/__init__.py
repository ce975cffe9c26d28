"""The first version of a file: portfolios and initiatives that users fill in further."""
