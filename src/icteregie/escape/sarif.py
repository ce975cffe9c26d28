"""What SARIF 2.1.0 reads inside its texts and addresses, on top of JSON.

A text may hold placeholders, ``{0}``, and braces are doubled to be braces (section 3.11.5). It may
hold links, ``[text](address)``, and outside a link no sign is there to take a bracket back
(3.11.6): viewers differ in what they make of a backslash. A space between ``](`` is what none of
them takes for a link, and it is all that differs from the text.
"""

from urllib.parse import quote

from icteregie.escape.unseen import visible


def sarif_message(text: str) -> str:
    """Escape the text of a message, or of a rule's description; keep line feeds."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return shown.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def sarif_uri(path: str) -> str:
    """Write a path below the repository as a relative reference (RFC 3986), byte by byte.

    Names that are no UTF-8 keep their bytes; a colon or backslash is part of a name.
    """
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character, which names on Windows can hold
        name = path.encode("utf-8", "surrogatepass")
    return quote(name)
