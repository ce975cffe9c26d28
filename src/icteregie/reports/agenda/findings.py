"""Which findings say something to directors about one agenda, and in which chapter."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.diagnostics.types import Diagnostic
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.clashes import Clash, clashes
from icteregie.reports.agenda.with_titles import display_names, with_titles

LATE_RULES = ("late-intake", "late-dossier", "late-lead-time")
COHERENCE_RULES = (
    "dependency-too-late",
    "dependency-not-planned",
    "dependency-misses-participant",
    "built-on-experiment",
    "little-slack",
    "late-for-deadline",
    "declared-conflict",
    "component-overlap",
    "retired-component",
    "both-alternatives",
    "solo-twins",
)
LIMIT_RULES = ("over-budget", "over-capacity")


@dataclass(frozen=True, slots=True)
class AgendaFindings:
    """What findings say to directors about one agenda, with titles, by the chapter that says it."""

    late: tuple[Diagnostic, ...]
    clashes: tuple[Clash, ...]
    unanswered: tuple[Diagnostic, ...]


def agenda_findings(
    portfolio: Portfolio, year: int, initiatives: tuple[Initiative, ...], findings: tuple[Diagnostic, ...]
) -> AgendaFindings:
    """Sort the findings about these initiatives, this year's limits and unanswered deadlines."""
    names = display_names(portfolio)
    own = _concerning(portfolio, year, initiatives, findings)
    return AgendaFindings(
        tuple(with_titles(f, names) for f in own if f.rule in LATE_RULES),
        clashes(own, names),
        tuple(with_titles(f, names) for f in findings if f.rule == "unanswered-deadline"),
    )


def _concerning(
    portfolio: Portfolio, year: int, initiatives: tuple[Initiative, ...], findings: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Keep the findings about these initiatives and this year's limits, with ids."""
    files = {portfolio.files[i.id] for i in initiatives}
    rules = (*LATE_RULES, *COHERENCE_RULES)
    return tuple(f for f in findings if (f.rule in rules and f.place.file in files) or _is_limit_of(f, year))


def _is_limit_of(finding: Diagnostic, year: int) -> bool:
    when = str(finding.values.get("year") or finding.values.get("quarter") or "")
    return finding.rule in LIMIT_RULES and when.startswith(str(year))
