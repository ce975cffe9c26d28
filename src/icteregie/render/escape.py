"""One escaper for each target: what goes in as text comes out as that text and as nothing else."""

import re

# Characters that steer a terminal or hide in it; file names can still hold them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&$^=]|!(?=\[)|:(?=//)|(?<=www)\.")
_MARKDOWN_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-{2,}|:?-+:?$)")
_MARKDOWN_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")


def terminal(text: str) -> str:
    r"""Show what can't be seen as ``\u202e``, so that no text steers a terminal."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


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

    An empty comment after ``@`` keeps a host from making a mention or a mail address of it.
    """
    flat = terminal(" ".join(text.split()))
    flat = _MARKDOWN.sub(lambda found: "\\" + found[0], flat)
    flat = _MARKDOWN_START.sub(lambda found: f"{found[1]}\\{found[2]}", flat)
    flat = _MARKDOWN_NUMBER.sub(r"\1\\\2", flat)
    return flat.replace("@", "@<!-- -->")


def markdown_paragraphs(text: str) -> str:
    """Write running text as Markdown paragraphs, one for each block of lines."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(markdown(block) for block in blocks)


def mermaid(text: str) -> str:
    """Write a Mermaid label: everything but plain letters, digits and spaces as a code."""
    return re.sub(r"[^A-Za-z0-9 ]", lambda found: f"#{ord(found[0])};", " ".join(text.split()))


def dot(text: str) -> str:
    """Write a quoted text of the DOT language."""
    flat = terminal(" ".join(text.split()))
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'


def csv_cell(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula: an apostrophe goes before it."""
    return f"'{text}" if text.startswith(_FORMULA_START) else text
