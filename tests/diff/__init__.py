"""What a change means, on real repositories."""
