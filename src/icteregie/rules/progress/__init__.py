"""Rules about the course of what was adopted: reports, agreements and signs of life."""
