"""The planning of an agenda as a Mermaid Gantt chart, within what hosts draw."""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.foreseen import DAY, foreseen_span
from icteregie.diagnostics.ceilings import GANTT_TASKS
from icteregie.escape.mermaid import mermaid_gantt
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.reports.agenda.view import AgendaReport

TITLE = 48


@dataclass(frozen=True, slots=True)
class Gantt:
    """The source of a chart, a note when not everything is in it, and what its red bars are."""

    source: str
    note: str
    legend: str


def render(report: AgendaReport, language: Language) -> Gantt:
    """Draw every initiative of the list and every running project, by domain, as foreseen.

    What is on the critical chain is marked; the order is that of the list. A chart that
    would be too large keeps the first of the list.
    """
    running = [c.line.initiative for c in report.carried_over if not c.is_over]
    planned = [line.initiative for line in report.lines] + running
    spans = [(i, foreseen_span(report.basis.portfolio, i)) for i in planned]
    drawn = [(i, span.start, span.end) for i, span in spans if span.start and span.end]
    shown = drawn[:GANTT_TASKS]
    critical = {link.initiative.id for link in report.chain}
    lines = ["gantt", "  dateFormat YYYY-MM-DD", "  axisFormat %m-%Y", "  todayMarker off"]
    for domain in dict.fromkeys(i.domain for i, *_ in shown):
        known = report.partnership.domains.get(domain or "")
        lines.append(f"  section {_text(known.name if known else '–')}")
        lines += [_task(i, start, end, critical) for i, start, end in shown if i.domain == domain]
    note = ""
    if len(shown) < len(drawn):
        note = sentence(language, "commands/agenda/note.gantt-cut", shown=len(shown), all=len(drawn))
    marked = any(i.id in critical for i, *_ in shown)
    legend = sentence(language, "commands/agenda/note.gantt-critical") if marked else ""
    return Gantt("\n".join(lines), note, legend)


def _task(initiative: Initiative, start: date, end: date, critical: set[str]) -> str:
    mark = "crit, " if initiative.id in critical else ""
    title = initiative.title
    short = title if len(title) <= TITLE else f"{title[: TITLE - 1].rstrip()}…"
    if start > end:
        return f"  {_text(short)} :{mark}milestone, {end.isoformat()}, 0d"
    # Mermaid takes the end of a bar as the first day after it.
    return f"  {_text(short)} :{mark}{start.isoformat()}, {(end + DAY).isoformat()}"


def _text(words: str) -> str:
    return mermaid_gantt(words) or "–"
