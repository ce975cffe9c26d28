"""The planning of an agenda as a Mermaid Gantt chart, within what hosts draw."""

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Bar:
    """An initiative as it is foreseen, both days inclusive; ``domain`` is a name, or a dash."""

    title: str
    domain: str
    start: date
    end: date
    is_critical: bool

    @property
    def day_after(self) -> date:
        """The first day after it."""
        return self.end + DAY


def planned(report: AgendaReport) -> tuple[Bar, ...]:
    """Give every initiative of the list and every running project that has a period.

    What is on the critical chain is marked; the order is that of the list.
    """
    running = [c.line.initiative for c in report.carried_over if not c.is_over]
    critical = {link.initiative.id for link in report.chain}
    return tuple(
        Bar(each.title, _domain(report, each), span.start, span.end, each.id in critical)
        for each in (*(line.initiative for line in report.lines), *running)
        if (span := foreseen_span(report.basis.portfolio, each)).start and span.end
    )


def by_domain(bars: Iterable[Bar]) -> list[Bar]:
    """Put those of a domain together, in the order in which the domains come."""
    listed = list(bars)
    domains = list(dict.fromkeys(bar.domain for bar in listed))
    return sorted(listed, key=lambda bar: domains.index(bar.domain))


def render(report: AgendaReport, language: Language) -> Gantt:
    """Draw what is planned, by domain. A chart that would be too large keeps the first of the list."""
    drawn = planned(report)
    shown = drawn[:GANTT_TASKS]
    lines = ["gantt", "  dateFormat YYYY-MM-DD", "  axisFormat %m-%Y", "  todayMarker off"]
    domain = None
    for bar in by_domain(shown):
        if bar.domain != domain:
            lines.append(f"  section {_text(bar.domain)}")
            domain = bar.domain
        lines.append(_task(bar))
    note = ""
    if len(shown) < len(drawn):
        note = sentence(language, "commands/agenda/note.gantt-cut", shown=len(shown), all=len(drawn))
    return Gantt("\n".join(lines), note, legend(shown, language))


def legend(bars: Iterable[Bar], language: Language) -> str:
    """Say what is marked; "" when nothing is."""
    is_marked = any(bar.is_critical for bar in bars)
    return sentence(language, "commands/agenda/note.gantt-critical") if is_marked else ""


def _domain(report: AgendaReport, initiative: Initiative) -> str:
    known = report.partnership.domains.get(initiative.domain or "")
    return known.name if known else "–"


def _task(bar: Bar) -> str:
    mark = "crit, " if bar.is_critical else ""
    title = bar.title
    short = title if len(title) <= TITLE else f"{title[: TITLE - 1].rstrip()}…"
    if bar.start > bar.end:
        return f"  {_text(short)} :{mark}milestone, {bar.end.isoformat()}, 0d"
    # Mermaid takes the end of a bar as the first day after it.
    return f"  {_text(short)} :{mark}{bar.start.isoformat()}, {bar.day_after.isoformat()}"


def _text(words: str) -> str:
    return mermaid_gantt(words) or "–"
