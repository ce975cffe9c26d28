"""What git knows: when each initiative was opened, when it arrived, and how it was before."""
