"""The pack of a meeting, and what each format makes of it."""
