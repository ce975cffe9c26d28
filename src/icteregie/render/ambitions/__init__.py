"""What members want, as tables for people and as data."""
