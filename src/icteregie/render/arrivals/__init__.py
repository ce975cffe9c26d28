"""A season of arrivals for people and for programs."""
