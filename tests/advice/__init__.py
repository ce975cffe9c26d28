"""Advice of findings, and what is typed when it is followed."""
