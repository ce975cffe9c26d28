"""An initiative asks for an agenda in whose year it does nothing."""

from collections.abc import Iterator

from icteregie.analysis.standing.standing import asking_for_place
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the period of every proposal with the year of its agenda; one shared day is enough."""
    for initiative in case.ask(asking_for_place):
        period, year = initiative.period, initiative.agenda
        if period is None or year is None:
            continue
        begin = period.moments[0]
        if period.last.year < year or begin.first.year > year:
            yield Finding(
                case.portfolio.at(initiative.id, "period"),
                {
                    "id": initiative.id,
                    "year": year,
                    "start": begin.text,
                    "end": period.end.text,
                },
                "before" if period.last.year < year else "after",
                year,
                (case.portfolio.at(initiative.id, "agenda"),),
            )


RULE = Rule(
    "period-outside-agenda",
    "calendar",
    "warning",
    check,
    needs={"initiative": ("period", "status", "agenda")},
)
