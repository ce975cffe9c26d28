"""A long text cut to what a meeting reads, with a mark where something was left out."""

import re

MOST = 300
"""Characters that are left of a text, the mark of what was left out not counted."""
_END_OF_SENTENCE = re.compile(r"[.!?](?= )")


def shortened(text: str) -> str:
    """Give the first whole sentences of a text that fit, on one line, then … when there is more.

    Where not even the first sentence fits it is cut between words, or in a word without end.
    """
    line = " ".join(text.split())
    if len(line) <= MOST:
        return line
    ends = [match.end() for match in _END_OF_SENTENCE.finditer(line, 0, MOST + 1)]
    if ends:
        return f"{line[: ends[-1]]} …"
    return f"{line[:MOST].rsplit(' ', 1)[0]} …"
