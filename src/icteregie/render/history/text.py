"""The life of an initiative as plain text: one paragraph a version, oldest first."""

import textwrap
from collections.abc import Iterator

from icteregie.escape.terminal import terminal
from icteregie.portfolio.partnership import Language
from icteregie.render.history.days import SHORT, Life, by, days
from icteregie.render.history.words import say, told
from icteregie.render.tables.text import width

LINE = 100
_INDENT = " " * (10 + 2 + SHORT + 2)


def render(life: Life, language: Language) -> str:
    """Write its days, and a line for every version that main has had."""
    return "\n".join(_lines(life, language)) + "\n"


def _lines(life: Life, language: Language) -> Iterator[str]:
    title = terminal(life.title or life.id)
    yield from (title, "=" * max(3, width(title)), f"{life.id} · {terminal(life.file)}", "")
    yield from (terminal(line) for line in days(life, language))
    yield ""
    for turn in life.turns:
        decision = by(turn.decision, language)
        text = told(turn, language) + (f". {decision}" if decision else ".")
        start = f"{turn.version.on.isoformat()}  {turn.version.commit[:SHORT]}  "
        yield from _wrapped(start, terminal(" ".join(text.split())))
        if turn.version.subject:
            yield from _wrapped(_INDENT, terminal(say(language, "subject", subject=turn.version.subject)))
    if not life.turns:
        yield say(language, "none")


def _wrapped(start: str, text: str) -> Iterator[str]:
    first, *rest = textwrap.wrap(text, LINE - len(_INDENT), break_on_hyphens=False) or [""]
    yield f"{start}{first}"
    yield from (f"{_INDENT}{line}" for line in rest)
