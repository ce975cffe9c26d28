"""Findings in each format: for people, for CI and for programs."""
