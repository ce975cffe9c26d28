"""What a shell gets to complete words: its script, and replies in its own way."""
