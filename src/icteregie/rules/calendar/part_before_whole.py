"""A part asks for an earlier agenda than the programme that it is part of."""

from collections.abc import Iterator

from icteregie.analysis.planned import planned
from icteregie.analysis.programmes import wholes
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the agenda of each planned part with that of its nearest whole that names one."""
    initiatives = case.portfolio.initiatives
    for part in case.ask(planned):
        above = (initiatives[name] for name in wholes(case.portfolio, part))
        whole = next((i for i in above if i.agenda is not None), None)
        if whole is None or whole.agenda is None or part.agenda is None or part.agenda >= whole.agenda:
            continue
        yield Finding(
            case.portfolio.at(part.id, "agenda"),
            {"id": part.id, "whole": whole.id, "year": part.agenda, "later": whole.agenda},
            "",
            part.agenda,
            (case.portfolio.at(whole.id, "agenda"),),
        )


RULE = Rule(
    "part-before-whole",
    "calendar",
    "warning",
    check,
    needs={"initiative": ("part_of", "agenda", "status")},
)
