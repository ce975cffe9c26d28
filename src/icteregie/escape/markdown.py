r"""Markdown, as GitHub, GitLab, Gitea and pandoc read it.

Two means do it. A backslash takes the meaning from a sign that Markdown itself knows. An empty
comment parts what hosts look for in the finished text, where no backslash helps: mentions,
addresses, references to issues, commits, milestones and the like, pictures of ``:words:``, formulas.

Not prevented, since the text could not be shown as it is: a host that makes a link of a bare name
(``example.org``) or of prefixes that its owner set (``TICKET-12``), and readers that are told to
make typographic quotes and dashes.
"""

import re

from icteregie.escape.unseen import on_one_line

_COMMENT = "<!-- -->"
# Stands for the comment while signs are escaped; no text that is shown holds it.
_CUT = "\0"
_CUTS = re.compile(
    r"""
      (?<=[@$])                                  # @name, a@b; $x$, $1
    | (?<=\[)(?=[\[+-]|\w+:|TOC)                 # GitLab: [[page]], [- gone -], [epic:1], [TOC]
    | (?<=[\#!&])(?=\d)                          # #12, GitLab: !12, &12
    | (?<=[~%])(?=[\w"'])                        # GitLab: ~label, %milestone
    | (?<=\*)(?=[a-z]+:)                         # GitLab: *iteration:1
    | (?<=\{)(?=[+-])                            # GitLab: {+ added +}
    | (?<=:)(?=//|[\w+-]+:)                      # https://, :smile:
    | (?<=www)(?=\.)                             # www.x.nl
    | (?:(?<=\bGH-)|(?<=\bGHSA-)|(?<=\bCVE-))(?=\w)
    | (?:(?<=mailto:)|(?<=xmpp:))(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Seven hexadecimal digits or more can name a commit.
_COMMIT = re.compile(r"(?<!\w)[0-9a-fA-F]{7,}(?!\w)")
# Braces open what sites fill in, ``{{ x }}`` and ``{% x %}``, and what pandoc puts on a heading.
_SIGN = re.compile(r"[\\`*_\[\]<>|~&$^=]|%(?=[\w{}\0])|!(?=\[)|\+(?=\+)|\{(?=[{%#.:=\0]|\w+=)|(?<=\{)[{%]")
# At the start of a line: headings, points, rules, front matter, definitions, and GitLab's /commands.
_START = re.compile(r"^(?:#{1,6}(?=\s|$)|#\.|[-+](?=\s|$)|-{2,}|\+{2,}|;{3}|:(?=\s|$)|:?-+:?$|[/%])")
_NUMBER = re.compile(r"^(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{2,7}))([.)])(?=\s|$)")


def markdown(text: str) -> str:
    """Write text inside a Markdown line or table cell: no markup, link, mention or HTML."""
    cut = _COMMIT.sub(_parts, _CUTS.sub(_CUT, on_one_line(text)))
    return _signs(cut).replace(_CUT, _COMMENT)


def markdown_for_editor(text: str) -> str:
    """Write our own words for the hints of an editor, which shows comments and knows no references."""
    return _signs(on_one_line(text))


def markdown_paragraphs(text: str) -> str:
    """Write running text as Markdown paragraphs, one for each block of lines."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(markdown(block) for block in blocks)


def _signs(line: str) -> str:
    marked = _SIGN.sub(_escaped, line)
    return _NUMBER.sub(r"\1\\\2", _START.sub(_escaped, marked))


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _parts(match: re.Match[str]) -> str:
    """Cut a row of digits in pieces of six, too short to be looked up."""
    return _CUT.join(re.findall(".{1,6}", match[0]))
