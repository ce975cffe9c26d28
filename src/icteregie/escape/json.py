"""JSON, for programs: our own forms, GitLab's code quality report, and SARIF as a file."""

import json
import re

from icteregie.escape.unseen import UNSEEN

# What the logs of CI take for a command anywhere in a line; see escape/terminal.py.
_COMMAND = re.compile(r"#(?=#\w*\[)")


def json_document(document: object) -> str:
    r"""Write data as JSON in which what can't be seen stands as ``\u202e``, safe to look at.

    Half a character (a lone surrogate, as file names can hold) is written as its code as well.
    """
    written = json.dumps(document, ensure_ascii=False, indent=2)
    lines = (UNSEEN.sub(_code, line) for line in written.split("\n"))
    return "\n".join(_COMMAND.sub(_code, line) for line in lines) + "\n"


def _code(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
