"""Texts that only hold a place: what ``regie new`` writes until someone fills it in."""

PLACEHOLDERS = ("Vul in:", "Fill in:")
"""How such a text starts, in Dutch and in English; the templates of ``regie new`` use it."""


def is_placeholder(text: str | None) -> bool:
    """Say whether a text still has to be written."""
    return text is not None and text.startswith(PLACEHOLDERS)
