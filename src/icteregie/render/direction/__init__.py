"""Who directs and who decides, in each form."""
