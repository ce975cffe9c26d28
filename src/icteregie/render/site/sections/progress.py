"""How does what runs go: against what was agreed, in time and in money, in words beside the drawing."""

from dataclasses import dataclass

from icteregie.messages import formats
from icteregie.render.site.bars import Mark, Part, bar
from icteregie.render.site.html import Safe
from icteregie.render.site.matters import Shown, shown_matters
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.render.status.money import money_lines
from icteregie.render.status.rows import pair
from icteregie.reports.site.view import SiteReport
from icteregie.reports.status import StatusRow


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One initiative that was adopted: colours in words, its end, its money, and what asks for attention."""

    id: str
    status: str
    declared: str
    computed: str
    end: Safe
    money: Safe
    drawing: Safe
    matters: tuple[Shown, ...]
    is_calm: bool


def section(report: SiteReport, words: Words) -> Section:
    """Show each initiative that runs, those that need attention first."""
    status, short = report.progress, words("short.progress")
    if not status.rows:
        return Section("progress", short, words("heading.progress-none"), {}, words("empty.progress"))
    scale = max((_most(row) for row in status.rows), default=0)
    matters = {row.initiative.id: row.matters for row in report.rows}
    rows = [_row(words, row, scale, shown_matters(words, matters[row.initiative.id])) for row in status.rows]
    rows.sort(key=lambda row: (row.is_calm, row.id))
    attention = sum(not row.is_calm for row in rows)
    name = "heading.progress" if attention else "heading.progress-calm"
    values = {"rows": rows, "lines": tuple(money_lines(status, words.language))}
    return Section("progress", short, words(name, count=attention or len(rows), all=len(rows)), values)


def _most(row: StatusRow) -> int:
    agreed = row.rag.agreement.one_off if row.rag else 0
    return max(agreed, row.foreseen.one_off_total or 0, row.foreseen.spent or 0)


def _row(words: Words, row: StatusRow, scale: int, matters: tuple[Shown, ...]) -> ProgressRow:
    rag, language = row.rag, words.language
    return ProgressRow(
        row.initiative.id,
        words.term(row.initiative.status, "status"),
        pair(row.report.time, row.report.cost, language) if row.report else "–",
        pair(rag.agreed.time, rag.agreed.cost, language) if rag else "–",
        _end(words, row),
        _money(words, row),
        _drawing(row, scale),
        matters,
        is_calm=not row.concerns,
    )


def _end(words: Words, row: StatusRow) -> Safe:
    now = row.foreseen.end_moment
    if now is None:
        return words("progress.no-end")
    shown = formats.moment(now, words.language)
    agreed = formats.moment(row.rag.agreement.end, words.language) if row.rag else ""
    if not agreed or agreed == shown:
        return words("progress.end", now=shown)
    return words("progress.end-moved", now=shown, agreed=agreed)


def _money(words: Words, row: StatusRow) -> Safe:
    now, agreed = row.foreseen.one_off_total, row.rag.agreement.one_off if row.rag else None
    spent = words("progress.spent-unknown") if row.foreseen.spent is None else words.euros(row.foreseen.spent)
    if now is None:
        return words("progress.no-money", spent=spent)
    if agreed is None or agreed == now:
        return words("progress.money", now=words.euros(now), spent=spent)
    return words("progress.money-moved", now=words.euros(now), agreed=words.euros(agreed), spent=spent)


def _drawing(row: StatusRow, scale: int) -> Safe:
    """Draw what was spent, what is foreseen beyond that, and the line of what was agreed."""
    spent, now = row.foreseen.spent or 0, row.foreseen.one_off_total or 0
    marks = [Mark("line", row.rag.agreement.one_off)] if row.rag else []
    return bar([Part("done", 0, spent), Part("runs", spent, now)], scale, marks)
