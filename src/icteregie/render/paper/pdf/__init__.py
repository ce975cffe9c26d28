"""A paper as PDF, laid out by typst (the extra ``pdf``)."""
