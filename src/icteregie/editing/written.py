"""Values as this project writes them in YAML: plain where that is safe, short groups on one line."""

import re

from icteregie.editing.edits import RefusedEditError
from icteregie.escape import yaml
from icteregie.loading.events import Tree

WIDTH = 100
"""Characters that a group may take to stand on one line."""
STEP = "  "
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?%?|[0-9]{4}-(?:Q[1-4]|[0-9]{2}(?:-[0-9]{2})?)")
"""Amounts, parts and moments: what these files hold without quotation marks."""
_ESCAPED = re.compile(r'["\\]')


class Text(str):
    """A text that always stands between quotation marks, because no reader may see a number in it."""

    __slots__ = ()


def scalar(text: str, *, in_flow: bool, quote: str = "") -> str:
    """Write one line of text, between the quotation marks that stood there before, if any did."""
    if "\n" in text:
        raise RefusedEditError("many-lines", start=text.split("\n", maxsplit=1)[0])
    quote = quote or ("'" if isinstance(text, Text) and _NUMBER.fullmatch(text) else "")
    if quote == '"' and not _ESCAPED.search(text):
        return f'"{text}"'
    if quote:
        return "'" + text.replace("'", "''") + "'"
    if _NUMBER.fullmatch(text):
        return text
    return yaml.in_braces(text) if in_flow else yaml.line(text)


def flow(value: Tree) -> str:
    """Write a value on one line, groups between braces and brackets."""
    if isinstance(value, dict):
        pairs = (f"{scalar(key, in_flow=True)}: {flow(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    return scalar(value, in_flow=True)


def after_key(value: Tree, indent: str, line_break: str) -> str:
    """Write what stands behind a key and its colon; a tall value goes on below it, further to the right."""
    if isinstance(value, str) and "\n" in value:
        return " " + prose(value, indent + STEP, line_break)
    if isinstance(value, str):
        return f" {scalar(value, in_flow=False)}"
    if _fits(value):
        return f" {flow(value)}"
    deeper = indent + STEP
    if isinstance(value, dict):
        rows = (pair(key, each, deeper, line_break) for key, each in value.items())
        return "".join(f"{line_break}{deeper}{row}" for row in rows)
    return "".join(f"{line_break}{deeper}- {item(each, deeper, line_break)}" for each in value)


def pair(key: str, value: Tree, indent: str, line_break: str) -> str:
    """Write a key with its value, on a line that is indented so far already."""
    return f"{scalar(key, in_flow=False)}:{after_key(value, indent, line_break)}"


def item(value: Tree, indent: str, line_break: str) -> str:
    """Write what stands behind the dash of an item, on a line that is indented so far already."""
    if isinstance(value, dict) and not _fits(value):
        deeper = indent + STEP
        rows = (pair(key, each, deeper, line_break) for key, each in value.items())
        return f"{line_break}{deeper}".join(rows)
    return flow(value)


def prose(text: str, indent: str, line_break: str, sign: str = "|-") -> str:
    """Write running text as a block below its key."""
    rows = (f"{indent}{row}" if row else "" for row in text.split("\n"))
    return line_break.join((sign, *rows))


def _fits(value: Tree) -> bool:
    return not _has_lines(value) and len(flow(value)) <= WIDTH


def _has_lines(value: Tree) -> bool:
    if isinstance(value, str):
        return "\n" in value
    return any(_has_lines(each) for each in (value.values() if isinstance(value, dict) else value))
