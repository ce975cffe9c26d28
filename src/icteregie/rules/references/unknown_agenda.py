"""An initiative asks for a place on an agenda that the partnership has no dates for."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_asking
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up the agenda of every initiative that is still to be decided on."""
    agendas = case.portfolio.partnership.agendas
    known = tuple(str(year) for year in sorted(agendas))
    for initiative in case.portfolio.initiatives.values():
        if not is_asking(initiative):
            continue
        if initiative.agenda is None:
            at = case.portfolio.at(initiative.id, "status")
            yield Finding(at, {"id": initiative.id, "known": known}, "none")
        elif initiative.agenda not in agendas:
            at = case.portfolio.at(initiative.id, "agenda")
            values: dict[str, Value] = {"id": initiative.id, "year": initiative.agenda, "known": known}
            yield Finding(at, values, "", initiative.agenda)


RULE = Rule(
    "unknown-agenda",
    "references",
    "error",
    check,
    needs={"initiative": ("agenda", "status"), "partnership": ("agendas",)},
)
