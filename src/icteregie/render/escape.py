"""One escaper for each target: what goes in as text comes out as that text and as nothing else."""

import json
import re
from html import escape

from icteregie.loading.characters import UNWANTED

# What files may not hold, file names still can; there a tab and a line feed are unseen too.
_UNSEEN = re.compile(f"[\t\n\r]|{UNWANTED.pattern}")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&$^=]|:(?=//)|(?<=[wW]{3})\.")
_MARKDOWN_START = re.compile(r"^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-{2,}|:?-+:?$)")
_MARKDOWN_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
# Hosts read these in what is shown, where no backslash helps: @name, #12, :smile:.
_REFERENCE = re.compile(r"@|#(?=\d)|:(?=[\w+-]+\\?:)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def terminal(text: str) -> str:
    r"""Show what can't be seen as ``\u202e``, so that no text steers a terminal."""
    return _UNSEEN.sub(_code, text)


def _code(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def github_data(text: str) -> str:
    """Write the message of a GitHub workflow command."""
    return terminal_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """Write a property of a GitHub workflow command, such as a file name."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def terminal_lines(text: str) -> str:
    """Show unseen characters, but keep line feeds."""
    return "\n".join(terminal(line) for line in text.split("\n"))


def markdown(text: str) -> str:
    """Write text inside a Markdown line or table cell: no markup, link, mention or HTML.

    An empty comment keeps a host from making a mention, a mail address, a reference to an
    issue or a picture of what looks like one.
    """
    flat = terminal(" ".join(text.split()))
    flat = _MARKDOWN.sub(lambda found: "\\" + found[0], flat)
    flat = _MARKDOWN_START.sub(lambda found: "\\" + found[0], flat)
    flat = _MARKDOWN_NUMBER.sub(r"\1\\\2", flat)
    return _REFERENCE.sub(lambda found: f"{found[0]}<!-- -->", flat)


def markdown_paragraphs(text: str) -> str:
    """Write running text as Markdown paragraphs, one for each block of lines."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(markdown(block) for block in blocks)


def html(text: str) -> str:
    """Write a text or an attribute's value in HTML and SVG: no tag, no entity, no end of the quotes."""
    return escape(terminal(" ".join(text.split())), quote=True)


def mermaid(text: str) -> str:
    """Write a Mermaid label: everything but plain letters, digits and spaces as a code."""
    flat = terminal(" ".join(text.split()))
    return re.sub(r"[^A-Za-z0-9 ]", lambda found: f"#{ord(found[0])};", flat)


def dot(text: str) -> str:
    """Write a quoted text of the DOT language, in which Graphviz reads HTML's entities too."""
    flat = _ENTITY.sub("&amp;", terminal(" ".join(text.split())))
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'


def csv_cell(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula: an apostrophe goes before it."""
    return f"'{text}" if text.startswith(_FORMULA_START) else text


def json_document(whole: object) -> str:
    r"""Write data as JSON in which what can't be seen stands as ``\u202e``, safe to look at."""
    written = json.dumps(whole, ensure_ascii=False, indent=2)
    return "\n".join(_UNSEEN.sub(_json_code, line) for line in written.split("\n")) + "\n"


def _json_code(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
