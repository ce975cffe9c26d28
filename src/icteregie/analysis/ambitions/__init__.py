"""What members want: which initiatives carry it, and what is missing both ways."""
