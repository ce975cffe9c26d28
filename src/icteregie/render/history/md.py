"""The life of an initiative in Markdown."""

from icteregie.escape.markdown import markdown
from icteregie.portfolio.partnership import Language
from icteregie.render.history.days import SHORT, Life, by, days
from icteregie.render.history.words import say, told
from icteregie.render.tables import md as table_md
from icteregie.render.tables.table import Cell, Column, Table

_KEYS = ("day", "commit", "change", "decision", "subject")


def render(life: Life, language: Language) -> str:
    """Write its days as a list, and a table with a row for every version."""
    lines = [f"## {markdown(life.title or life.id)}", "", f"{markdown(life.id)} · {markdown(life.file)}", ""]
    lines += [f"- {markdown(line)}" for line in days(life, language)]
    if life.turns:
        return "\n".join([*lines, "", table_md.render(_table(life, language))])
    return "\n".join([*lines, "", markdown(say(language, "none")), ""])


def _table(life: Life, language: Language) -> Table:
    columns = tuple(Column(key, say(language, f"heading.{key}")) for key in _KEYS)
    rows = (
        (
            turn.version.on.isoformat(),
            turn.version.commit[:SHORT],
            told(turn, language),
            by(turn.decision, language),
            turn.version.subject,
        )
        for turn in life.turns
    )
    return Table(columns, tuple(tuple(Cell(text, text) for text in row) for row in rows))
