"""A part asks for an earlier agenda than the programme that it is part of."""

from collections.abc import Iterator

from icteregie.analysis.programmes import wholes
from icteregie.analysis.standing.standing import planned
from icteregie.analysis.standing.statuses import is_later, names_agenda
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the agenda of each planned part with that of its nearest whole that names one."""
    initiatives = case.portfolio.initiatives
    for part in case.ask(planned):
        above = (initiatives[name] for name in wholes(case.portfolio, part))
        programme = next((i for i in above if names_agenda(i)), None)
        if programme is None or not is_later(programme, part):
            continue
        yield Finding(
            case.portfolio.at(part.id, "agenda"),
            {"id": part.id, "whole": programme.id, "year": part.agenda or 0, "later": programme.agenda or 0},
            "",
            part.agenda,
            (case.portfolio.at(programme.id, "agenda"),),
        )


RULE = Rule(
    "part-before-whole",
    "calendar",
    "warning",
    check,
    needs={"initiative": ("part_of", "agenda", "status")},
)
