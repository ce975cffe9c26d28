"""What a choice does: its options, what each takes off an agenda, and what range that leaves."""
