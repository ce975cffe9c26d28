"""What was found or worked out, written for a reader: people, CI, editors, spreadsheets."""
