"""Hours are asked of, or given to, a team that the partnership does not list."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import at_key, unknown
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up every team in an initiative's effort and in an agenda's capacity."""
    partnership = case.portfolio.partnership
    names = Names(partnership.teams)
    for initiative in case.portfolio.initiatives.values():
        for team in initiative.effort:
            if team not in partnership.teams:
                at = case.portfolio.at(initiative.id, "effort", team)
                yield unknown(at_key(at), team, names)
    for year, agenda in partnership.agendas.items():
        for team in agenda.capacity:
            if team not in partnership.teams:
                at = case.portfolio.at_partnership("agendas", str(year), "capacity", team)
                yield unknown(at_key(at), team, names)


RULE = Rule(
    "unknown-team",
    "references",
    "error",
    check,
    needs={"initiative": ("effort",), "partnership": ("teams", "agendas")},
)
