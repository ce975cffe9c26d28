"""What each command shows, as frozen views without a sentence."""
