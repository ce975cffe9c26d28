"""Hours are asked of, or given to, a team that the partnership does not list."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import at_key, unknown
from icteregie.rules.rule import Case, in_parts


def _of_effort(case: Case) -> Iterator[Finding]:
    """Look up every team in an initiative's effort."""
    partnership = case.portfolio.partnership
    names = Names(partnership.teams)
    for initiative in case.portfolio.initiatives.values():
        for team in initiative.effort:
            if team not in partnership.teams:
                at = case.portfolio.at(initiative.id, "effort", team)
                yield unknown(at_key(at), team, names)


def _of_capacity(case: Case) -> Iterator[Finding]:
    """Look up every team in an agenda's capacity."""
    partnership = case.portfolio.partnership
    names = Names(partnership.teams)
    for year, agenda in partnership.agendas.items():
        for team in agenda.capacity:
            if team not in partnership.teams:
                at = case.portfolio.at_partnership("agendas", str(year), "capacity", team)
                yield unknown(at_key(at), team, names)


RULE = in_parts(
    "unknown-team",
    "references",
    "error",
    (_of_effort, {"initiative": ("effort",), "partnership": ("teams",)}),
    (_of_capacity, {"partnership": ("teams", "agendas")}),
)
