"""Plain-text portfolio direction for partnerships of municipalities."""

__version__ = "0.1.0"
