"""What a choice does: its ways out, what each takes off an agenda, and what range that leaves."""
