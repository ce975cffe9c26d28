"""A portfolio opened for a command: its folder, its history, its other revisions."""
