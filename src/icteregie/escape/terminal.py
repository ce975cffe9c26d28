r"""The terminal, and the logs of CI, which read commands out of what is printed.

The runner of GitHub takes a line that starts with ``::`` for a command, after white space too, and
``##[`` anywhere in a line; Azure Pipelines takes ``##vso[`` and TeamCity ``##teamcity[``. Because
running text is wrapped anywhere, ``::`` after any white space counts. Of such a text the first
sign is shown as its code: ``\u003a:``. Nothing else that can be seen changes.
"""

import re
import unicodedata

from icteregie.escape.unseen import visible

_COMMAND = re.compile(r"(?<!\S):(?=:)|#(?=#\w*\[)")


def terminal(text: str) -> str:
    """Write a text on a line of its own or as part of one: it steers neither terminal nor CI."""
    return _COMMAND.sub(lambda match: f"\\u{ord(match[0]):04x}", visible(text))


def width(text: str) -> int:
    """Count the columns that a text takes on a screen: two for wide signs, none for accents."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
