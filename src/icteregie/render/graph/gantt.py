"""The planning of an agenda as a Mermaid Gantt chart, within what hosts draw."""

from dataclasses import dataclass

from icteregie.diagnostics.ceilings import GANTT_TASKS
from icteregie.escape.mermaid import mermaid_gantt
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import Period
from icteregie.reports.agenda.view import AgendaReport

TITLE = 48


@dataclass(frozen=True, slots=True)
class Gantt:
    """The source of a chart, and a note when not everything is in it."""

    source: str
    note: str


def render(report: AgendaReport, language: Language) -> Gantt:
    """Draw every initiative of the list and every running project, by domain.

    What is on the critical chain is marked; the order is that of the list. A chart that
    would be too large keeps the first of the list.
    """
    planned = [line.initiative for line in report.lines] + [c.line.initiative for c in report.carried_over]
    drawn = [(i, i.period) for i in planned if i.period is not None]
    shown = drawn[:GANTT_TASKS]
    critical = {link.initiative.id for link in report.chain}
    lines = ["gantt", "  dateFormat YYYY-MM-DD", "  axisFormat %m-%Y", "  todayMarker off"]
    for domain in dict.fromkeys(i.domain for i, _ in shown):
        known = report.partnership.domains.get(domain or "")
        lines.append(f"  section {_text(known.name if known else '–')}")
        lines += [_task(i, period, critical) for i, period in shown if i.domain == domain]
    note = ""
    if len(shown) < len(drawn):
        note = sentence(language, "commands/agenda/note.gantt-cut", shown=len(shown), all=len(drawn))
    return Gantt("\n".join(lines), note)


def _task(initiative: Initiative, period: Period, critical: set[str]) -> str:
    mark = "crit, " if initiative.id in critical else ""
    title = initiative.title
    short = title if len(title) <= TITLE else f"{title[: TITLE - 1].rstrip()}…"
    if period.start is None:
        return f"  {_text(short)} :{mark}milestone, {period.last.isoformat()}, 0d"
    return f"  {_text(short)} :{mark}{period.first.isoformat()}, {_day_after(period)}"


def _day_after(period: Period) -> str:
    """Mermaid takes the end of a bar as the first day after it."""
    return period.end.last.fromordinal(period.end.last.toordinal() + 1).isoformat()


def _text(words: str) -> str:
    return mermaid_gantt(words) or "–"
