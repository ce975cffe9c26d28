"""The exit codes, the same for every command."""

CLEAN = 0
"""Done, and nothing wrong."""

FINDINGS = 1
"""Done, and something was found at or above the threshold."""

WRONG = 2
"""Not done: wrong use, something that is missing, or a mistake of our own."""

INTERRUPTED = 130
"""Stopped by the user."""
