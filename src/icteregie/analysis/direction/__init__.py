"""Who directs each domain, with which knowledge, and who decides each initiative."""
