"""What git knows, on real repositories."""
