"""A word on a PowerShell command line."""

import re

_PLAIN = re.compile(r"[A-Za-z0-9_./:=+-]+")


def word(text: str) -> str:
    """Write a text so that PowerShell reads it as one word, as it is."""
    return (
        text if _PLAIN.fullmatch(text) else "'" + re.sub("(['\u2018\u2019\u201a\u201b])", r"\1\1", text) + "'"
    )
