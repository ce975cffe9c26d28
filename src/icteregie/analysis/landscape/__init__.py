"""What the members run today, reckoned: differences, growth, additions, contracts."""
