"""The life of one initiative for people and for programs."""
